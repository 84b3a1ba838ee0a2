//! The processor: 32 registers and the base instructions of RV32I. It must not know devices.

use super::bus::Bus;
use crate::machines::JUNK;

/// Why the processor goes no further.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The machine was turned off, with this code.
    Off(u32),
    /// It cannot do what it is told; a sentence says what.
    Fault(String),
}

/// Registers and program counter.
#[derive(Debug)]
pub(super) struct Cpu {
    x: [u32; 32],
    pub(super) pc: u32,
}

impl Cpu {
    /// At its entry, with junk in the registers: nobody has set up a stack.
    pub(super) fn new(entry: u32) -> Self {
        let mut x = [u32::from_le_bytes([JUNK; 4]); 32];
        x[0] = 0;
        // The number of the processor, and the description of the machine, of which there is none.
        x[10] = 0;
        x[11] = 0;
        Self { x, pc: entry }
    }

    #[cfg(test)]
    pub(super) fn x(&self, number: usize) -> u32 {
        self.x[number]
    }

    fn set(&mut self, number: u32, value: u32) {
        if number != 0 {
            self.x[number as usize] = value;
        }
    }

    /// Takes one instruction; after a fault the program counter is still at it.
    pub(super) fn step(&mut self, bus: &mut Bus<'_>) -> Result<(), Stop> {
        if !self.pc.is_multiple_of(4) {
            return Err(Stop::Fault(format!(
                "it jumped to {:#010x}, and instructions lie at multiples of 4",
                self.pc
            )));
        }
        let word = match bus.ram(self.pc, 4) {
            Some(bytes) => bytes.iter().rev().fold(0, |word, byte| word << 8 | u32::from(*byte)),
            None => {
                return Err(Stop::Fault(format!("it jumped to {:#010x}, where there is no memory", self.pc)));
            }
        };
        self.pc = self.execute(word, bus)?;
        match bus.off {
            Some(code) => Err(Stop::Off(code)),
            None => Ok(()),
        }
    }

    /// Does what the word says, and gives the address of the next one.
    fn execute(&mut self, word: u32, bus: &mut Bus<'_>) -> Result<u32, Stop> {
        let fields = Fields(word);
        let (rs1, rs2) = (self.x[fields.rs1()], self.x[fields.rs2()]);
        let next = self.pc.wrapping_add(4);
        match word & 0x7F {
            0x37 => self.set(fields.rd(), word & 0xFFFF_F000),
            0x17 => self.set(fields.rd(), self.pc.wrapping_add(word & 0xFFFF_F000)),
            0x6F => return self.jump(&fields, self.pc.wrapping_add(fields.j()), next),
            0x67 if fields.funct3() == 0 => {
                return self.jump(&fields, rs1.wrapping_add(fields.i()) & !1, next);
            }
            0x63 => {
                let taken = compare(fields.funct3(), rs1, rs2).ok_or_else(|| unknown(word))?;
                return Ok(if taken { self.pc.wrapping_add(fields.b()) } else { next });
            }
            0x03 => {
                let value = load(bus, fields.funct3(), rs1.wrapping_add(fields.i()), word)?;
                self.set(fields.rd(), value);
            }
            0x23 if fields.funct3() < 3 => {
                let at = rs1.wrapping_add(fields.s());
                bus.store(at, 1 << fields.funct3(), rs2).map_err(Stop::Fault)?;
            }
            0x13 => {
                let shifts = matches!(fields.funct3(), 1 | 5);
                let funct7 = if shifts { fields.funct7() } else { 0 };
                let value = compute(fields.funct3(), funct7, rs1, fields.i()).ok_or_else(|| unknown(word))?;
                self.set(fields.rd(), value);
            }
            0x33 => {
                let value =
                    compute(fields.funct3(), fields.funct7(), rs1, rs2).ok_or_else(|| unknown(word))?;
                self.set(fields.rd(), value);
            }
            0x0F => {} // one processor, one order
            0x73 if word == 0x0000_0073 => {
                return Err(Stop::Fault("`ecall`, and nobody is there to answer".to_owned()));
            }
            0x73 if word == 0x0010_0073 => {
                return Err(Stop::Fault("`ebreak`: a debugger would stop here".to_owned()));
            }
            _ => return Err(unknown(word)),
        }
        Ok(next)
    }

    fn jump(&mut self, fields: &Fields, target: u32, next: u32) -> Result<u32, Stop> {
        if target == self.pc {
            let says = "it goes round in an endless loop of one instruction, and the machine is still on";
            return Err(Stop::Fault(says.to_owned()));
        }
        self.set(fields.rd(), next);
        Ok(target)
    }
}

fn load(bus: &mut Bus<'_>, funct3: u32, at: u32, word: u32) -> Result<u32, Stop> {
    let size = match funct3 {
        0 | 4 => 1,
        1 | 5 => 2,
        2 => 4,
        _ => return Err(unknown(word)),
    };
    let value = bus.load(at, size).map_err(Stop::Fault)?;
    Ok(match funct3 {
        0 => sign_extended(value, 8),
        1 => sign_extended(value, 16),
        _ => value,
    })
}

fn sign_extended(value: u32, bits: u32) -> u32 {
    ((value << (32 - bits)).cast_signed() >> (32 - bits)).cast_unsigned()
}

/// Whether a branch is taken; none where there is no such branch.
fn compare(funct3: u32, left: u32, right: u32) -> Option<bool> {
    let less = left.cast_signed() < right.cast_signed();
    Some(match funct3 {
        0 => left == right,
        1 => left != right,
        4 => less,
        5 => !less,
        6 => left < right,
        7 => left >= right,
        _ => return None,
    })
}

/// What the arithmetic unit makes of two words; none where there is no such operation.
fn compute(funct3: u32, funct7: u32, left: u32, right: u32) -> Option<u32> {
    Some(match (funct3, funct7) {
        (0, 0) => left.wrapping_add(right),
        (0, 0x20) => left.wrapping_sub(right),
        (1, 0) => left << (right & 31),
        (2, 0) => u32::from(left.cast_signed() < right.cast_signed()),
        (3, 0) => u32::from(left < right),
        (4, 0) => left ^ right,
        (5, 0) => left >> (right & 31),
        (5, 0x20) => (left.cast_signed() >> (right & 31)).cast_unsigned(),
        (6, 0) => left | right,
        (7, 0) => left & right,
        _ => return None,
    })
}

fn unknown(word: u32) -> Stop {
    let [a, b, c, d] = word.to_le_bytes();
    Stop::Fault(format!("the bytes {a:02X} {b:02X} {c:02X} {d:02X} are no instruction of RV32I"))
}

/// The parts of an instruction's word.
struct Fields(u32);

impl Fields {
    fn bits(&self, from: u32, count: u32) -> u32 {
        (self.0 >> from) & ((1 << count) - 1)
    }

    fn rd(&self) -> u32 {
        self.bits(7, 5)
    }

    fn rs1(&self) -> usize {
        self.bits(15, 5) as usize
    }

    fn rs2(&self) -> usize {
        self.bits(20, 5) as usize
    }

    fn funct3(&self) -> u32 {
        self.bits(12, 3)
    }

    fn funct7(&self) -> u32 {
        self.bits(25, 7)
    }

    fn i(&self) -> u32 {
        sign_extended(self.bits(20, 12), 12)
    }

    fn s(&self) -> u32 {
        sign_extended(self.bits(25, 7) << 5 | self.bits(7, 5), 12)
    }

    fn b(&self) -> u32 {
        let (high, low) =
            (self.bits(31, 1) << 12 | self.bits(7, 1) << 11, self.bits(25, 6) << 5 | self.bits(8, 4) << 1);
        sign_extended(high | low, 13)
    }

    fn j(&self) -> u32 {
        let high = self.bits(31, 1) << 20 | self.bits(12, 8) << 12;
        let low = self.bits(20, 1) << 11 | self.bits(21, 10) << 1;
        sign_extended(high | low, 21)
    }
}
