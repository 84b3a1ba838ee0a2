//! What the processor sees at which address: RAM, the serial line, the switch. It must not know instructions.

use std::collections::VecDeque;

use crate::machines::JUNK;
use crate::machines::console::Console;

/// Where RAM begins.
pub(super) const RAM: u32 = 0x8000_0000;
/// How much of it there is.
pub(super) const RAM_SIZE: u32 = 4 << 20;
/// The serial line: bytes are sent and received here.
pub(super) const UART: u32 = 0x1000_0000;
/// Its status: whether a byte has come, and whether one can be sent.
const UART_STATUS: u32 = UART + 5;
const STATUS_RECEIVED: u32 = 1;
const STATUS_CAN_SEND: u32 = 0x60;
/// The switch: the lower half of what is written says how the machine ends, the upper half is the code.
pub(super) const SWITCH: u32 = 0x0010_0000;
const SWITCH_PASS: u32 = 0x5555;
const SWITCH_FAIL: u32 = 0x3333;

/// Memory and devices.
pub(super) struct Bus<'a> {
    ram: Vec<u8>,
    console: &'a mut Console,
    input: VecDeque<u8>,
    /// Set when the switch was turned.
    pub(super) off: Option<u32>,
}

impl<'a> Bus<'a> {
    pub(super) fn new(console: &'a mut Console, input: &[u8]) -> Self {
        Self {
            ram: vec![JUNK; RAM_SIZE as usize],
            console,
            input: input.iter().copied().collect(),
            off: None,
        }
    }

    /// The bytes of RAM from `at` on, as many as `size`; none where a part of them lies elsewhere.
    pub(super) fn ram(&mut self, at: u32, size: usize) -> Option<&mut [u8]> {
        let start = usize::try_from(at.checked_sub(RAM)?).ok()?;
        self.ram.get_mut(start..start.checked_add(size)?)
    }

    /// Reads 1, 2 or 4 bytes.
    pub(super) fn load(&mut self, at: u32, size: u32) -> Result<u32, String> {
        aligned(at, size, "reads")?;
        if let Some(bytes) = self.ram(at, size as usize) {
            return Ok(bytes.iter().rev().fold(0, |value, byte| value << 8 | u32::from(*byte)));
        }
        match (at, size) {
            (UART, 1) => Ok(self.input.pop_front().map_or(0, u32::from)),
            (UART_STATUS, 1) if self.input.is_empty() => Ok(STATUS_CAN_SEND),
            (UART_STATUS, 1) => Ok(STATUS_CAN_SEND | STATUS_RECEIVED),
            _ => Err(nothing_there("reads", size, at)),
        }
    }

    /// Writes 1, 2 or 4 bytes.
    pub(super) fn store(&mut self, at: u32, size: u32, value: u32) -> Result<(), String> {
        aligned(at, size, "writes")?;
        if let Some(bytes) = self.ram(at, size as usize) {
            bytes.copy_from_slice(&value.to_le_bytes()[..size as usize]);
            return Ok(());
        }
        match (at, size) {
            (UART, 1) => self.console.put(value.to_le_bytes()[0]),
            (SWITCH, 4) if value & 0xFFFF == SWITCH_PASS => self.off = Some(0),
            (SWITCH, 4) if value & 0xFFFF == SWITCH_FAIL => self.off = Some(value >> 16),
            (SWITCH, 4) => return Err(format!("the switch at {SWITCH:#x} does not know {value:#x}")),
            _ => return Err(nothing_there("writes", size, at)),
        }
        Ok(())
    }
}

fn aligned(at: u32, size: u32, does: &str) -> Result<(), String> {
    if at.is_multiple_of(size) {
        return Ok(());
    }
    Err(format!("it {does} {size} bytes at {at:#010x}, which is no multiple of {size}"))
}

fn nothing_there(does: &str, size: u32, at: u32) -> String {
    let what = if size == 1 { "a byte".to_owned() } else { format!("{size} bytes") };
    format!("it {does} {what} at {at:#010x}, where there is neither memory nor a device")
}
