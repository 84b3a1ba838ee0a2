// The handler uses `println!`, which waits for whoever is printing: the code that panicked.

use core::arch::global_asm;
use core::panic::PanicInfo;

use crate::{machine, println};

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
    println!("panic: {}", info.message());
    machine::off(1)
}
