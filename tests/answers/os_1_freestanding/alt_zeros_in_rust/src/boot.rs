// The assembly sets up the stack alone; a function with pointers writes the zeros, byte by byte, before it calls on.

use core::arch::global_asm;
use core::fmt::Write as _;
use core::panic::PanicInfo;
use core::ptr::{addr_of_mut, write_volatile};

use os::line::SerialLine;

use crate::machine;

global_asm!(
    ".section .text.start, \"ax\"",
    ".global _start",
    "_start:",
    "    lui sp, %hi(__stack_high)",
    "    addi sp, sp, %lo(__stack_high)",
    "    j before_main",
);

unsafe extern "C" {
    static mut __bss_start: u8;
    static mut __bss_end: u8;
    fn kernel_main() -> !;
}

#[unsafe(no_mangle)]
unsafe extern "C" fn before_main() -> ! {
    // SAFETY: the linker says where the variables lie, and nobody uses them yet.
    unsafe {
        let mut at = addr_of_mut!(__bss_start);
        while at < addr_of_mut!(__bss_end) {
            write_volatile(at, 0);
            at = at.add(1);
        }
        kernel_main()
    }
}

#[panic_handler]
fn panic(info: &PanicInfo<'_>) -> ! {
    let mut line = SerialLine(machine::Registers);
    let _ = line.write_str("panic: ");
    let _ = line.write_fmt(format_args!("{}\n", info.message()));
    machine::off(1)
}
