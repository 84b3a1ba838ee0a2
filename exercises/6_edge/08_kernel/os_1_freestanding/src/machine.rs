//! The machine's devices at their addresses, and `println!` over the serial line.

use core::fmt::{self, Write as _};
use core::sync::atomic::{AtomicBool, Ordering};

use os::line::{Port, SerialLine};

const SERIAL: *mut u8 = 0x1000_0000 as *mut u8;
const SERIAL_STATUS: *const u8 = 0x1000_0005 as *const u8;
const RECEIVED: u8 = 1;
const CAN_SEND: u8 = 0x20;
const SWITCH: *mut u32 = 0x0010_0000 as *mut u32;

/// The serial line's registers.
pub struct Registers;

impl Port for Registers {
    fn can_send(&mut self) -> bool {
        // SAFETY: the machine has a serial line at this address; reading its status changes nothing.
        unsafe { SERIAL_STATUS.read_volatile() & CAN_SEND != 0 }
    }

    fn send(&mut self, byte: u8) {
        // SAFETY: as above; a byte written here is sent.
        unsafe { SERIAL.write_volatile(byte) }
    }
}

/// A letter that has come, if one has.
pub fn receive() -> Option<u8> {
    // SAFETY: as above; reading takes the letter out.
    unsafe { (SERIAL_STATUS.read_volatile() & RECEIVED != 0).then(|| SERIAL.read_volatile()) }
}

/// Turns the machine off, with a code for whoever started it.
pub fn off(code: u16) -> ! {
    let word = if code == 0 {
        0x5555
    } else {
        u32::from(code) << 16 | 0x3333
    };
    // SAFETY: the machine has its switch at this address.
    unsafe { SWITCH.write_volatile(word) }
    loop {}
}

/// Whether nobody prints; whoever does, takes it. It begins with a value, so it is no part of .bss.
static FREE: AtomicBool = AtomicBool::new(true);

/// Prints one text at a time: what `println!` calls. It waits until nobody else prints.
pub fn print(text: fmt::Arguments<'_>) {
    while !FREE.load(Ordering::Acquire) {
        core::hint::spin_loop();
    }
    FREE.store(false, Ordering::Relaxed);
    let _ = SerialLine(Registers).write_fmt(text);
    FREE.store(true, Ordering::Release);
}

/// Prints a line over the serial line.
#[macro_export]
macro_rules! println {
    ($($text:tt)*) => {
        $crate::machine::print(format_args!("{}\n", format_args!($($text)*)))
    };
}
