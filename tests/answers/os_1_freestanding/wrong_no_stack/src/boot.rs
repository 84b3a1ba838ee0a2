// Lets the first call write wherever SP happens to point.

use core::arch::global_asm;
use core::fmt::Write as _;
use core::panic::PanicInfo;

use os::line::SerialLine;

use crate::machine;

global_asm!(
    ".section .text.start, \"ax\"",
    ".global _start",
    "_start:",
    "    la t0, __bss_start",
    "    la t1, __bss_end",
    "clear:",
    "    bgeu t0, t1, ready",
    "    sw zero, 0(t0)",
    "    addi t0, t0, 4",
    "    j clear",
    "ready:",
    "    call kernel_main",
);

#[panic_handler]
fn panic(info: &PanicInfo<'_>) -> ! {
    let _ = writeln!(SerialLine(machine::Registers), "panic: {}", info.message());
    machine::off(1)
}
