//! The string instructions, whose direction a flag decides, and their repetition.

use super::alu;
use super::cpu::{AX, CX, Cpu, DI, DS, ES, SI};

impl Cpu<'_> {
    /// movs, cmps, stos, lods, scas. A repetition that is not over starts the instruction again.
    pub(super) fn string(&mut self, opcode: u8, start: u16) {
        if self.repeat.is_some() {
            if self.regs[CX] == 0 {
                return;
            }
            self.regs[CX] = self.regs[CX].wrapping_sub(1);
        }
        let wide = opcode & 1 == 1;
        let source = self.segments[self.segment.unwrap_or(DS)];
        let (si, di) = (self.regs[SI], self.regs[DI]);
        let read = |cpu: &Self, segment: u16, offset: u16| {
            if wide { cpu.memory.word(segment, offset) } else { cpu.memory.byte(segment, offset).into() }
        };
        let (from, to) = (read(self, source, si), read(self, self.segments[ES], di));
        let ax = self.register(AX, wide);
        let mut compared = false;
        match opcode & 0xFE {
            0xA4 => self.write(di, wide, from),
            0xAA => self.write(di, wide, ax),
            0xAC => self.set_register(AX, wide, from),
            other => {
                let left = if other == 0xA6 { from } else { ax };
                alu::binary(7, wide, left, to, &mut self.flags);
                compared = true;
            }
        }
        let step = if wide { 2 } else { 1_u16 };
        let step = if self.flags.down { step.wrapping_neg() } else { step };
        if !matches!(opcode & 0xFE, 0xAA | 0xAE) {
            self.regs[SI] = si.wrapping_add(step);
        }
        if opcode & 0xFE != 0xAC {
            self.regs[DI] = di.wrapping_add(step);
        }
        if let Some(while_equal) = self.repeat
            && self.regs[CX] != 0
            && (!compared || self.flags.zero == while_equal)
        {
            self.ip = start;
        }
    }

    fn write(&mut self, offset: u16, wide: bool, value: u16) {
        let segment = self.segments[ES];
        if wide {
            self.memory.set_word(segment, offset, value);
        } else {
            self.memory.set_byte(segment, offset, value.to_le_bytes()[0]);
        }
    }
}
