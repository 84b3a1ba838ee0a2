//! A PC as its BIOS leaves it: one sector read to 0x7C00, 16-bit code, teletype output and a disk by interrupts, memory
//! full of junk. It knows the instructions that boot sectors are made of; any other one ends it with its bytes.

mod alu;
mod bios;
mod cpu;
mod decode;
mod strings;
#[cfg(test)]
mod tests;

use super::JUNK;
use super::console::Console;
use crate::check::machine::{End, Order, Report};
use cpu::{Cpu, Stop};

/// Where the BIOS puts the first sector.
const BOOT: u16 = 0x7C00;
const SECTOR: usize = 512;

/// Memory as a program in real mode sees it. From `ROM` on, what is written is lost.
pub(super) struct Memory {
    bytes: Vec<u8>,
    /// Whether anybody put something here.
    used: Vec<bool>,
}

const SIZE: usize = 1 << 20;
const ROM: usize = 0xF_0000;

impl Memory {
    fn new() -> Self {
        Self { bytes: vec![JUNK; SIZE], used: vec![false; SIZE] }
    }

    /// The one address of a segment and an offset; it wraps at the end of memory.
    fn linear(segment: u16, offset: u16) -> usize {
        ((usize::from(segment) << 4) + usize::from(offset)) & (SIZE - 1)
    }

    fn byte(&self, segment: u16, offset: u16) -> u8 {
        self.bytes[Self::linear(segment, offset)]
    }

    fn word(&self, segment: u16, offset: u16) -> u16 {
        u16::from_le_bytes([self.byte(segment, offset), self.byte(segment, offset.wrapping_add(1))])
    }

    fn set_byte(&mut self, segment: u16, offset: u16, value: u8) {
        let at = Self::linear(segment, offset);
        if at < ROM {
            (self.bytes[at], self.used[at]) = (value, true);
        }
    }

    fn set_word(&mut self, segment: u16, offset: u16, value: u16) {
        let [low, high] = value.to_le_bytes();
        self.set_byte(segment, offset, low);
        self.set_byte(segment, offset.wrapping_add(1), high);
    }

    /// What the BIOS does before anything else: the first sector to its place.
    fn boot_from(&mut self, image: &[u8]) {
        let boot = usize::from(BOOT);
        self.bytes[boot..boot + SECTOR].copy_from_slice(&image[..SECTOR]);
        self.used[boot..boot + SECTOR].fill(true);
    }

    /// Whether somebody put what lies here.
    fn is_used(&self, segment: u16, offset: u16) -> bool {
        self.used[Self::linear(segment, offset)]
    }
}

/// Boots from the image: its first sector, and behind it the rest of the disk.
pub(super) fn run(image: &[u8], order: &Order, console: &mut Console) -> Report {
    if let Some(says) = no_boot_sector(image) {
        return Report { end: End::Refused(says), steps: 0 };
    }
    let mut memory = Memory::new();
    memory.boot_from(image);
    let mut cpu = Cpu::new(memory, image);
    for (name, value) in &order.set {
        cpu.set_named(name, *value);
    }
    for steps in 0..order.steps {
        let at = (cpu.cs(), cpu.ip);
        let stop = match cpu.step(console) {
            Ok(()) => continue,
            Err(stop) => stop,
        };
        let end = match stop {
            Stop::Halted => End::Ended(0),
            Stop::Fault(says) => End::Fault(format!("at {:04X}:{:04X} {says}", at.0, at.1)),
        };
        return Report { end, steps: steps + 1 };
    }
    Report { end: End::Steps, steps: order.steps }
}

/// Why the BIOS would not boot from this.
fn no_boot_sector(image: &[u8]) -> Option<String> {
    let length = image.len();
    if length == 0 || !length.is_multiple_of(SECTOR) {
        return Some(format!("the image has {length} bytes, and a disk has whole sectors of {SECTOR}"));
    }
    let mark = &image[SECTOR - 2..SECTOR];
    (mark != [0x55, 0xAA]).then(|| {
        format!(
            "the first sector ends with {:02X} {:02X}, and the BIOS boots only what ends with 55 AA",
            mark[0], mark[1]
        )
    })
}
