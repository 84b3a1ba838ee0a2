//! The processor: registers, the stack, and how one instruction is taken. Decoding operands is the part of `decode`,
//! strings that of `strings`.

use super::alu::{self, Flags};
use super::decode::{Operand, Part};
use super::{BOOT, Memory};
use crate::machines::console::Console;

/// Why the processor goes no further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// It sleeps, and nothing will wake it to do anything else.
    Halted,
    /// It cannot do what it is told; a sentence says what.
    Fault(String),
}

pub(super) const AX: usize = 0;
pub(super) const CX: usize = 1;
pub(super) const DX: usize = 2;
pub(super) const BX: usize = 3;
pub(super) const SP: usize = 4;
pub(super) const SI: usize = 6;
pub(super) const DI: usize = 7;
pub(super) const ES: usize = 0;
pub(super) const CS: usize = 1;
pub(super) const SS: usize = 2;
pub(super) const DS: usize = 3;

/// Sleeping at the same place as often as this without a word in between is the end.
const SLEEPS: u32 = 3;

/// Registers, memory and the disk.
pub(super) struct Cpu<'a> {
    pub(super) regs: [u16; 8],
    pub(super) segments: [u16; 4],
    pub(super) ip: u16,
    pub(super) flags: Flags,
    pub(super) memory: Memory,
    pub(super) disk: &'a [u8],
    /// What the prefixes of this instruction say.
    pub(super) segment: Option<usize>,
    pub(super) repeat: Option<bool>,
    /// The first byte of this instruction.
    start: u16,
    slept: (u16, u16, usize, u32),
}

impl<'a> Cpu<'a> {
    /// As most of them leave the BIOS: segments at 0, a little stack below the sector, the boot drive in DL.
    pub(super) fn new(memory: Memory, disk: &'a [u8]) -> Self {
        let mut regs = [0xA5A5; 8];
        (regs[SP], regs[DX]) = (0x7000, 0x0080);
        Self {
            regs,
            segments: [0; 4],
            ip: BOOT,
            flags: Flags { interrupts: true, ..Flags::default() },
            memory,
            disk,
            segment: None,
            repeat: None,
            start: 0,
            slept: (0, 0, 0, 0),
        }
    }

    /// A register of the start that is not as usual. The sector is entered at the same place whatever CS is.
    pub(super) fn set_named(&mut self, name: &str, value: u16) {
        match name {
            "cs" => {
                self.segments[CS] = value;
                self.ip = BOOT.wrapping_sub(value << 4);
            }
            "ds" => self.segments[DS] = value,
            "es" => self.segments[ES] = value,
            "ss" => self.segments[SS] = value,
            "sp" => self.regs[SP] = value,
            "dx" => self.regs[DX] = value,
            _ => self.flags.down = value != 0,
        }
    }

    pub(super) fn cs(&self) -> u16 {
        self.segments[CS]
    }

    /// Takes one instruction with its prefixes; a repeated string instruction is one for each time.
    pub(super) fn step(&mut self, console: &mut Console) -> Result<(), Stop> {
        (self.start, self.segment, self.repeat) = (self.ip, None, None);
        if !self.memory.is_used(self.cs(), self.ip) {
            let says =
                "it runs where nobody put a program: it went past its end, or came back from a lost stack";
            return Err(Stop::Fault(says.to_owned()));
        }
        let opcode = loop {
            match self.fetch() {
                0x26 => self.segment = Some(ES),
                0x2E => self.segment = Some(CS),
                0x36 => self.segment = Some(SS),
                0x3E => self.segment = Some(DS),
                0xF2 => self.repeat = Some(false),
                0xF3 => self.repeat = Some(true),
                0x66 => return self.wide_call(),
                other => break other,
            }
            if self.ip.wrapping_sub(self.start) > 8 {
                return Err(self.unknown());
            }
        };
        match opcode {
            0xA4..=0xA7 | 0xAA..=0xAF => {
                self.string(opcode, self.start);
                Ok(())
            }
            0xCC => Err(self.fault("`int3`: a debugger would stop here")),
            0xCD => {
                let number = self.fetch();
                self.interrupt(number, console)
            }
            0xF4 => self.sleep(console),
            _ => self.execute(opcode),
        }
    }

    /// Calls and returns with 32 bits, which some assemblers write in 16-bit mode as well: twice the room on the stack, of
    /// which the upper half is zero. Nothing else has 32 bits here.
    fn wide_call(&mut self) -> Result<(), Stop> {
        match self.fetch() {
            0xE8 => {
                let (distance, _) = (self.fetch_word(), self.fetch_word());
                self.push(0);
                self.push(self.ip);
                self.ip = self.ip.wrapping_add(distance);
            }
            0xE9 => {
                let (distance, _) = (self.fetch_word(), self.fetch_word());
                self.ip = self.ip.wrapping_add(distance);
            }
            0xC3 => {
                self.ip = self.pop();
                if self.pop() != 0 {
                    return Err(self.fault("returns to an address of more than 16 bits"));
                }
            }
            _ => return Err(self.fault("is an instruction of 32 bits; this machine has only those of 16")),
        }
        Ok(())
    }

    /// With interrupts off nothing wakes it. With interrupts on the clock does, and it goes on behind the instruction.
    fn sleep(&mut self, console: &Console) -> Result<(), Stop> {
        let here = (self.cs(), self.start, console.bytes().len());
        let before = (self.slept.0, self.slept.1, self.slept.2);
        self.slept = (here.0, here.1, here.2, if here == before { self.slept.3 + 1 } else { 1 });
        if self.flags.interrupts && self.slept.3 < SLEEPS { Ok(()) } else { Err(Stop::Halted) }
    }

    pub(super) fn fetch(&mut self) -> u8 {
        let byte = self.memory.byte(self.cs(), self.ip);
        self.ip = self.ip.wrapping_add(1);
        byte
    }

    pub(super) fn fetch_word(&mut self) -> u16 {
        u16::from_le_bytes([self.fetch(), self.fetch()])
    }

    /// A byte that counts from -128.
    pub(super) fn fetch_signed(&mut self) -> u16 {
        i16::from(self.fetch().cast_signed()).cast_unsigned()
    }

    pub(super) fn immediate(&mut self, wide: bool) -> u16 {
        if wide { self.fetch_word() } else { u16::from(self.fetch()) }
    }

    pub(super) fn push(&mut self, value: u16) {
        self.regs[SP] = self.regs[SP].wrapping_sub(2);
        self.memory.set_word(self.segments[SS], self.regs[SP], value);
    }

    pub(super) fn pop(&mut self) -> u16 {
        let value = self.memory.word(self.segments[SS], self.regs[SP]);
        self.regs[SP] = self.regs[SP].wrapping_add(2);
        value
    }

    /// Reads an operand.
    pub(super) fn get(&self, operand: Operand, wide: bool) -> u16 {
        match operand {
            Operand::Register(number) => self.register(number, wide),
            Operand::Memory(segment, offset) if wide => self.memory.word(segment, offset),
            Operand::Memory(segment, offset) => self.memory.byte(segment, offset).into(),
        }
    }

    /// Writes an operand.
    pub(super) fn put(&mut self, operand: Operand, wide: bool, value: u16) {
        match operand {
            Operand::Register(number) => self.set_register(number, wide, value),
            Operand::Memory(segment, offset) if wide => self.memory.set_word(segment, offset, value),
            Operand::Memory(segment, offset) => self.memory.set_byte(segment, offset, value.to_le_bytes()[0]),
        }
    }

    /// AX to DI, or AL CL DL BL AH CH DH BH.
    pub(super) fn register(&self, number: usize, wide: bool) -> u16 {
        match (wide, number) {
            (true, _) => self.regs[number],
            (false, 0..=3) => self.regs[number] & 0xFF,
            (false, _) => self.regs[number - 4] >> 8,
        }
    }

    pub(super) fn set_register(&mut self, number: usize, wide: bool, value: u16) {
        match (wide, number) {
            (true, _) => self.regs[number] = value,
            (false, 0..=3) => self.regs[number] = self.regs[number] & 0xFF00 | value & 0xFF,
            (false, _) => self.regs[number - 4] = self.regs[number - 4] & 0xFF | value << 8,
        }
    }

    pub(super) fn arithmetic(&mut self, operation: u8, wide: bool, left: Operand, right: u16) {
        let value = self.get(left, wide);
        let result = alu::binary(operation, wide, value, right, &mut self.flags);
        if operation != 7 {
            self.put(left, wide, result);
        }
    }

    pub(super) fn jump_short(&mut self, taken: bool) {
        let distance = self.fetch_signed();
        if taken {
            self.ip = self.ip.wrapping_add(distance);
        }
    }

    /// The far pointer at an operand in memory: offset, then segment.
    pub(super) fn far(&self, part: Part) -> Result<(u16, u16), Stop> {
        match part.operand {
            Operand::Memory(segment, offset) => {
                Ok((self.memory.word(segment, offset), self.memory.word(segment, offset.wrapping_add(2))))
            }
            Operand::Register(_) => Err(self.unknown()),
        }
    }

    /// An instruction that this machine does not have, with its bytes.
    pub(super) fn unknown(&self) -> Stop {
        self.fault("is no instruction that this machine knows")
    }

    pub(super) fn fault(&self, says: &str) -> Stop {
        let byte = |place| format!("{:02X}", self.memory.byte(self.cs(), self.start.wrapping_add(place)));
        let bytes: Vec<String> = (0..4).map(byte).collect();
        Stop::Fault(format!("{} {says}", bytes.join(" ")))
    }
}
