//! What an opcode and its operands mean. It must not know devices; strings have a file of their own.

use super::alu;
use super::cpu::{AX, BX, CS, CX, Cpu, DI, DS, DX, ES, SI, SP, SS, Stop};

/// Where an instruction reads or writes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Operand {
    Register(usize),
    Memory(u16, u16),
}

/// A byte that names a register and an operand, read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) reg: usize,
    pub(super) operand: Operand,
    /// The offset alone, for `lea`.
    offset: u16,
}

impl Part {
    /// What names a register here names an operation in some groups of instructions.
    fn number(self) -> u8 {
        self.reg.to_le_bytes()[0]
    }
}

const BP: usize = 5;

impl Cpu<'_> {
    fn part(&mut self) -> Part {
        let byte = self.fetch();
        let (mode, reg, rm) = (byte >> 6, usize::from(byte >> 3 & 7), usize::from(byte & 7));
        if mode == 3 {
            return Part { reg, operand: Operand::Register(rm), offset: 0 };
        }
        let [bx, bp, si, di] = [BX, BP, SI, DI].map(|number| self.regs[number]);
        let (base, usual) = match rm {
            0 => (bx.wrapping_add(si), DS),
            1 => (bx.wrapping_add(di), DS),
            2 => (bp.wrapping_add(si), SS),
            3 => (bp.wrapping_add(di), SS),
            4 => (si, DS),
            5 => (di, DS),
            6 if mode == 0 => (0, DS),
            6 => (bp, SS),
            _ => (bx, DS),
        };
        let distance = match mode {
            0 if rm == 6 => self.fetch_word(),
            0 => 0,
            1 => self.fetch_signed(),
            _ => self.fetch_word(),
        };
        let offset = base.wrapping_add(distance);
        let segment = self.segments[self.segment.unwrap_or(usual)];
        Part { reg, operand: Operand::Memory(segment, offset), offset }
    }

    /// Everything but strings, interrupts and sleep.
    pub(super) fn execute(&mut self, opcode: u8) -> Result<(), Stop> {
        let wide = opcode & 1 == 1;
        let low = usize::from(opcode & 7);
        match opcode {
            0x00..=0x3F if opcode & 7 < 6 => self.two_operands(opcode),
            0x06 | 0x0E | 0x16 | 0x1E => self.push(self.segments[usize::from(opcode >> 3)]),
            0x07 | 0x17 | 0x1F => self.segments[usize::from(opcode >> 3)] = self.pop(),
            0x40..=0x4F => {
                let value = self.regs[low];
                self.regs[low] = alu::step(true, value, opcode >= 0x48, &mut self.flags);
            }
            // What is pushed of SP is what it was before, on all but the oldest.
            0x50..=0x57 => self.push(self.regs[low]),
            0x58..=0x5F => self.regs[low] = self.pop(),
            0x60 | 0x61 => self.all_registers(opcode),
            0x68 => {
                let value = self.fetch_word();
                self.push(value);
            }
            0x6A => {
                let value = self.fetch_signed();
                self.push(value);
            }
            0x70..=0x7F => self.jump_short(self.flags.condition(opcode)),
            0x80..=0x8F => return self.with_operand(opcode),
            0x90..=0x97 => self.regs.swap(AX, low),
            0x98 => self.regs[AX] = i16::from(self.regs[AX].to_le_bytes()[0].cast_signed()).cast_unsigned(),
            0x99 => self.regs[DX] = if self.regs[AX] & 0x8000 == 0 { 0 } else { 0xFFFF },
            0xA0..=0xA3 => self.absolute(opcode),
            0xA8 | 0xA9 => {
                let right = self.immediate(wide);
                let left = self.register(AX, wide);
                alu::binary(4, wide, left, right, &mut self.flags);
            }
            0xB0..=0xBF => {
                let wide = opcode >= 0xB8;
                let value = self.immediate(wide);
                self.set_register(low, wide, value);
            }
            0xC0..=0xD3 => return self.shifts_and_returns(opcode),
            _ => return self.flow(opcode),
        }
        Ok(())
    }

    fn two_operands(&mut self, opcode: u8) {
        let (operation, wide) = (opcode >> 3 & 7, opcode & 1 == 1);
        if opcode & 4 != 0 {
            let right = self.immediate(wide);
            self.arithmetic(operation, wide, Operand::Register(AX), right);
            return;
        }
        let part = self.part();
        let register = Operand::Register(part.reg);
        let (to, from) = if opcode & 2 == 0 { (part.operand, register) } else { (register, part.operand) };
        self.arithmetic(operation, wide, to, self.get(from, wide));
    }

    fn all_registers(&mut self, opcode: u8) {
        if opcode == 0x60 {
            for value in self.regs {
                self.push(value);
            }
            return;
        }
        for number in (0..8).rev() {
            let value = self.pop();
            if number != SP {
                self.regs[number] = value;
            }
        }
    }

    fn absolute(&mut self, opcode: u8) {
        let wide = opcode & 1 == 1;
        let offset = self.fetch_word();
        let memory = Operand::Memory(self.segments[self.segment.unwrap_or(DS)], offset);
        let (to, from) =
            if opcode & 2 == 0 { (Operand::Register(AX), memory) } else { (memory, Operand::Register(AX)) };
        self.put(to, wide, self.get(from, wide));
    }

    fn with_operand(&mut self, opcode: u8) -> Result<(), Stop> {
        let wide = opcode & 1 == 1;
        let part = self.part();
        let register = Operand::Register(part.reg);
        match opcode {
            0x80..=0x83 => {
                let right = if opcode == 0x83 { self.fetch_signed() } else { self.immediate(wide) };
                self.arithmetic(part.number(), wide, part.operand, right);
            }
            0x84 | 0x85 => {
                let (left, right) = (self.get(part.operand, wide), self.get(register, wide));
                alu::binary(4, wide, left, right, &mut self.flags);
            }
            0x86 | 0x87 => {
                let (left, right) = (self.get(part.operand, wide), self.get(register, wide));
                self.put(part.operand, wide, right);
                self.put(register, wide, left);
            }
            0x88 | 0x89 => self.put(part.operand, wide, self.get(register, wide)),
            0x8A | 0x8B => self.put(register, wide, self.get(part.operand, wide)),
            0x8C if part.reg < 4 => self.put(part.operand, true, self.segments[part.reg]),
            0x8E if part.reg < 4 && part.reg != CS => self.segments[part.reg] = self.get(part.operand, true),
            0x8D if matches!(part.operand, Operand::Memory(..)) => self.regs[part.reg] = part.offset,
            0x8F => {
                let value = self.pop();
                self.put(part.operand, true, value);
            }
            _ => return Err(self.unknown()),
        }
        Ok(())
    }

    fn shifts_and_returns(&mut self, opcode: u8) -> Result<(), Stop> {
        let wide = opcode & 1 == 1;
        match opcode {
            0xC0 | 0xC1 | 0xD0..=0xD3 => {
                let part = self.part();
                let count = match opcode {
                    0xC0 | 0xC1 => self.fetch(),
                    0xD0 | 0xD1 => 1,
                    _ => self.regs[CX].to_le_bytes()[0],
                };
                let value = self.get(part.operand, wide);
                let value = alu::shift(part.number(), wide, value, count, &mut self.flags);
                self.put(part.operand, wide, value);
            }
            0xC2 | 0xC3 | 0xCA | 0xCB => {
                let more = if wide { 0 } else { self.fetch_word() };
                self.ip = self.pop();
                if opcode >= 0xCA {
                    self.segments[CS] = self.pop();
                }
                self.regs[SP] = self.regs[SP].wrapping_add(more);
            }
            0xC4 | 0xC5 => {
                let part = self.part();
                let (offset, segment) = self.far(part)?;
                self.regs[part.reg] = offset;
                self.segments[if opcode == 0xC4 { ES } else { DS }] = segment;
            }
            0xC6 | 0xC7 => {
                let part = self.part();
                let value = self.immediate(wide);
                self.put(part.operand, wide, value);
            }
            0xCF => self.interrupt_return(),
            _ => return Err(self.unknown()),
        }
        Ok(())
    }

    /// Jumps, calls, flags, and the two groups at the end of the table.
    fn flow(&mut self, opcode: u8) -> Result<(), Stop> {
        match opcode {
            0x0F => return self.jump_near(),
            0x9A | 0xEA => {
                let (offset, segment) = (self.fetch_word(), self.fetch_word());
                self.go_far(opcode == 0x9A, offset, segment);
            }
            0x9C => self.push(self.flags.word()),
            0x9D => self.flags = alu::Flags::from_word(self.pop()),
            0xE0..=0xE2 => {
                self.regs[CX] = self.regs[CX].wrapping_sub(1);
                let also = opcode == 0xE2 || self.flags.zero == (opcode == 0xE1);
                self.jump_short(self.regs[CX] != 0 && also);
            }
            0xE3 => self.jump_short(self.regs[CX] == 0),
            0xE8 => {
                let distance = self.fetch_word();
                self.push(self.ip);
                self.ip = self.ip.wrapping_add(distance);
            }
            0xE9 => {
                let distance = self.fetch_word();
                self.ip = self.ip.wrapping_add(distance);
            }
            0xEB => self.jump_short(true),
            0xF5 => self.flags.carry = !self.flags.carry,
            0xF8 | 0xF9 => self.flags.carry = opcode == 0xF9,
            0xFA | 0xFB => self.flags.interrupts = opcode == 0xFB,
            0xFC | 0xFD => self.flags.down = opcode == 0xFD,
            0xF6 | 0xF7 => return self.one_operand(opcode & 1 == 1),
            0xFE | 0xFF => return self.last_group(opcode & 1 == 1),
            _ => return Err(self.unknown()),
        }
        Ok(())
    }

    /// The jumps that reach further than a byte tells.
    fn jump_near(&mut self) -> Result<(), Stop> {
        let condition = self.fetch();
        if !(0x80..=0x8F).contains(&condition) {
            return Err(self.unknown());
        }
        let distance = self.fetch_word();
        if self.flags.condition(condition) {
            self.ip = self.ip.wrapping_add(distance);
        }
        Ok(())
    }

    fn go_far(&mut self, call: bool, offset: u16, segment: u16) {
        if call {
            self.push(self.segments[CS]);
            self.push(self.ip);
        }
        (self.segments[CS], self.ip) = (segment, offset);
    }

    /// test, not, neg, mul, div.
    fn one_operand(&mut self, wide: bool) -> Result<(), Stop> {
        let part = self.part();
        let value = self.get(part.operand, wide);
        match part.reg {
            0 => {
                let right = self.immediate(wide);
                alu::binary(4, wide, value, right, &mut self.flags);
            }
            2 => self.put(part.operand, wide, !value),
            3 => {
                let negated = alu::binary(5, wide, 0, value, &mut self.flags);
                self.put(part.operand, wide, negated);
            }
            4 => {
                let product = u32::from(self.register(AX, wide)) * u32::from(value);
                let (high, low) = (alu::low_half(product >> 16), alu::low_half(product));
                self.regs[AX] = low;
                if wide {
                    self.regs[DX] = high;
                }
                self.flags.carry = if wide { high != 0 } else { low > 0xFF };
                self.flags.overflow = self.flags.carry;
            }
            6 => return self.divide(wide, value),
            _ => return Err(self.unknown()),
        }
        Ok(())
    }

    fn divide(&mut self, wide: bool, by: u16) -> Result<(), Stop> {
        let high = if wide { u32::from(self.regs[DX]) << 16 } else { 0 };
        let number = high | u32::from(self.regs[AX]);
        let quotient =
            number.checked_div(by.into()).filter(|quotient| *quotient <= u32::from(alu::mask(wide)));
        let Some(quotient) = quotient else { return Err(self.fault("divides by zero, or by too little")) };
        let rest = number % u32::from(by);
        let [quotient, rest] = [quotient, rest].map(alu::low_half);
        if wide {
            (self.regs[AX], self.regs[DX]) = (quotient, rest);
        } else {
            self.regs[AX] = rest << 8 | quotient;
        }
        Ok(())
    }

    /// inc, dec, call, far call, jmp, far jmp, push.
    fn last_group(&mut self, wide: bool) -> Result<(), Stop> {
        let part = self.part();
        let value = self.get(part.operand, wide);
        match part.reg {
            0 | 1 => {
                let value = alu::step(wide, value, part.reg == 1, &mut self.flags);
                self.put(part.operand, wide, value);
            }
            2 if wide => {
                self.push(self.ip);
                self.ip = value;
            }
            4 if wide => self.ip = value,
            3 | 5 if wide => {
                let (offset, segment) = self.far(part)?;
                self.go_far(part.reg == 3, offset, segment);
            }
            6 if wide => self.push(value),
            _ => return Err(self.unknown()),
        }
        Ok(())
    }
}
