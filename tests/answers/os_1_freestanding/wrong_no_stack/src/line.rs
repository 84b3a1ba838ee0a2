//! Text over a serial line, byte for byte.

use core::fmt;

/// What a serial line can do.
pub trait Port {
    /// Whether it would take a byte now.
    fn can_send(&mut self) -> bool;
    /// Sends a byte. One that comes too early is lost.
    fn send(&mut self, byte: u8);
}

/// A serial line that takes text. Terminals at its other end want `\r\n` where Rust writes `\n`.
pub struct SerialLine<P>(pub P);

impl<P: Port> SerialLine<P> {
    fn send(&mut self, byte: u8) {
        while !self.0.can_send() {}
        self.0.send(byte);
    }
}

impl<P: Port> fmt::Write for SerialLine<P> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            if byte == b'\n' {
                self.send(b'\r');
            }
            self.send(byte);
        }
        Ok(())
    }
}
