//! The frame around the sector: no library, no `main`. Nothing of it reaches the image.

#![no_std]
#![no_main]

mod sector;

use core::panic::PanicInfo;

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}
