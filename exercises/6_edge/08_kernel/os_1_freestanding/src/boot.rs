// Freestanding
//
// The machine has just been turned on. A loader has put the kernel into memory as kernel.ld says,
// and jumps to `_start`; nothing else has happened. Registers hold junk, memory holds junk, and
// nobody will call `main`. Bring the kernel up: `main.rs` does its work once it may rely on what
// Rust relies on. Then let a panic be heard: one line, `panic: ` and its message (what
// `PanicInfo::message` shows), and the machine off with code 1. A panic may also come while a line
// is being printed; `machine::print` is busy then. `line.rs` sends text over the serial line.
//
// Read: Writing an OS in Rust, A Freestanding Rust Binary
// https://os.phil-opp.com/freestanding-rust-binary/

use core::arch::global_asm;
use core::panic::PanicInfo;

use crate::machine;

// TODO: Make ready what Rust code takes for granted before `kernel_main` is called.
global_asm!(
    ".section .text.start, \"ax\"",
    ".global _start",
    "_start:",
    "    call kernel_main",
);

// TODO: Tell the message, whatever the kernel was doing when it came.
#[panic_handler]
fn panic(_info: &PanicInfo<'_>) -> ! {
    machine::off(1)
}
