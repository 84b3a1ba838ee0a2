// Why so: Rust code needs two things before its first line, a stack and memory that is as the program's
// text says. The stack grows down, so SP is its upper end. The loader brings only what the file holds;
// zeros are not in it, and somebody has to write them, before Rust code may look. That is assembly: a
// Rust function that clears .bss would already rely on what it makes. A panic handler may be called from
// anywhere, so it takes no lock: it writes to the port itself, and then turns the machine off. A lock
// that the handler waits for is held by the very code that panicked, and nobody will give it back.

use core::arch::global_asm;
use core::fmt::Write as _;
use core::panic::PanicInfo;

use os::line::SerialLine;

use crate::machine;

global_asm!(
    ".section .text.start, \"ax\"",
    ".global _start",
    "_start:",
    "    la sp, __stack_high",
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
