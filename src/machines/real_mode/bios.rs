//! The services of the BIOS: teletype output and reading sectors. Like the real one it uses the stack of whoever calls,
//! so that a lost stack is noticed. It must not be kinder than the real one.

use super::SECTOR;
use super::alu::Flags;
use super::cpu::{AX, BX, CS, CX, Cpu, DX, ES, Stop};
use crate::machines::console::Console;

/// A drive of the usual shape.
const HEADS: usize = 16;
const SECTORS: usize = 63;
/// What AH says of a read.
const BAD_COMMAND: u16 = 0x01;
const NOT_FOUND: u16 = 0x04;
const CROSSED: u16 = 0x09;

impl Cpu<'_> {
    /// An interrupt that the program asks for.
    pub(super) fn interrupt(&mut self, number: u8, console: &mut Console) -> Result<(), Stop> {
        self.push(self.flags.word());
        self.push(self.segments[CS]);
        self.push(self.ip);
        let [al, ah] = self.regs[AX].to_le_bytes();
        let carry = match (number, ah) {
            (0x10, 0x0E) => {
                console.put(al);
                None
            }
            (0x10, 0x00) => None, // the screen has one mode
            (0x13, 0x00) => Some(self.told(0)),
            (0x13, 0x02) => Some(self.read_sectors(usize::from(al))),
            _ => {
                let says = format!("asks for INT {number:02X}h, AH={ah:02X}h, which this BIOS does not have");
                return Err(self.fault(&says));
            }
        };
        self.interrupt_return();
        if let Some(carry) = carry {
            self.flags.carry = carry;
        }
        Ok(())
    }

    /// Back to where the stack says.
    pub(super) fn interrupt_return(&mut self) {
        self.ip = self.pop();
        self.segments[CS] = self.pop();
        self.flags = Flags::from_word(self.pop());
    }

    /// Notes what became of it in AH; whether it failed is the answer.
    fn told(&mut self, status: u16) -> bool {
        self.regs[AX] = self.regs[AX] & 0xFF | status << 8;
        status != 0
    }

    /// Cylinder, head and sector in CX and DX, to ES:BX.
    fn read_sectors(&mut self, count: usize) -> bool {
        let [sector, cylinder] = self.regs[CX].to_le_bytes().map(usize::from);
        let [drive, head] = self.regs[DX].to_le_bytes().map(usize::from);
        let (cylinder, sector) = (cylinder | (sector & 0xC0) << 2, sector & 0x3F);
        if count == 0 || sector == 0 || sector > SECTORS || head >= HEADS || drive != 0x80 {
            return self.told(BAD_COMMAND);
        }
        let first = ((cylinder * HEADS + head) * SECTORS + sector - 1) * SECTOR;
        let bytes = count * SECTOR;
        let Some(read) = self.disk.get(first..first + bytes) else { return self.told(NOT_FOUND) };
        let (segment, offset) = (self.segments[ES], self.regs[BX]);
        // The controller of the disk counts its addresses with 16 bits.
        let start = super::Memory::linear(segment, offset) & 0xFFFF;
        if start + bytes > 0x1_0000 {
            return self.told(CROSSED);
        }
        let mut at = offset;
        for byte in read {
            self.memory.set_byte(segment, at, *byte);
            at = at.wrapping_add(1);
        }
        self.told(0)
    }
}
