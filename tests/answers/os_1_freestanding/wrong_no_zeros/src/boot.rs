// Takes it for granted that memory begins as zero.

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
    "    call kernel_main",
);

#[panic_handler]
fn panic(info: &PanicInfo<'_>) -> ! {
    let _ = writeln!(SerialLine(machine::Registers), "panic: {}", info.message());
    machine::off(1)
}
