//! Interpreters for what learners build for other machines: WebAssembly, RISC-V, a PC in real mode. Each runs in a child
//! process of ours that is limited like any program of a learner, counts its steps, and reports its end in a last line.
//! It must not know what an exercise is, nor whether an end is the wanted one.

#[cfg(test)]
mod any_image;
mod console;
mod real_mode;
mod rv32;
mod wasm;

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use crate::check::machine::{End, Order, Report};
use crate::curriculum::facts::MachineKind;
use console::Console;

/// What memory holds before anybody wrote to it: never the zeros that a program may have counted on.
const JUNK: u8 = 0xA5;

/// Runs the hidden subcommand. `args` is what follows its word; nobody calls it by hand, so half an order needs no words.
#[must_use]
pub fn main(args: impl Iterator<Item = OsString>) -> ExitCode {
    let Some(order) = Order::read(args) else { return ExitCode::from(2) };
    let mut console = Console::default();
    let report = run(&order, &mut console);
    let said = std::io::stdout().write_all(console.bytes());
    let told = said.and_then(|()| writeln!(std::io::stderr(), "\n{}", report.line(&order.nonce)));
    // Without a report nothing is believed; the code only says so once more.
    if told.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(2) }
}

fn run(order: &Order, console: &mut Console) -> Report {
    let image = match std::fs::read(&order.image) {
        Ok(image) => image,
        Err(error) => {
            let says = format!("{} cannot be read: {error}", order.image.display());
            return Report { end: End::Refused(says), steps: 0 };
        }
    };
    match order.kind {
        MachineKind::Wasm => wasm::run(&image, order, console),
        MachineKind::Rv32 => rv32::run(&image, order, console),
        MachineKind::RealMode => real_mode::run(&image, order, console),
    }
}
