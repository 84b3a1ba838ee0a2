//! A RISC-V computer: the base instructions of RV32I, memory full of junk, a serial line, a switch to turn it off. It lies
//! in the address space as the `virt` machine of QEMU does. It has no traps: what a program cannot do ends it.

mod bus;
mod cpu;
mod elf;
#[cfg(test)]
pub(super) mod tests;

use super::console::Console;
use crate::check::machine::{End, Order, Report};
use bus::Bus;
use cpu::{Cpu, Stop};

/// Runs an ELF image from its entry.
pub(super) fn run(image: &[u8], order: &Order, console: &mut Console) -> Report {
    let mut bus = Bus::new(console, order.input.as_bytes());
    let program = match elf::load(image, &mut bus) {
        Ok(program) => program,
        Err(says) => return Report { end: End::Refused(says), steps: 0 },
    };
    let mut cpu = Cpu::new(program.entry);
    for steps in 0..order.steps {
        if let Err(stop) = cpu.step(&mut bus) {
            let end = match stop {
                Stop::Off(code) => End::Ended(code),
                Stop::Fault(says) => End::Fault(format!("{says} {}", place(&program, cpu.pc))),
            };
            return Report { end, steps: steps + 1 };
        }
    }
    Report { end: End::Steps, steps: order.steps }
}

/// Where the program counter is, with the function's name where the image tells it.
fn place(program: &elf::Program, pc: u32) -> String {
    match program.symbol(pc) {
        Some(name) => format!("(at {pc:#010x}, in `{name}`)"),
        None => format!("(at {pc:#010x})"),
    }
}
