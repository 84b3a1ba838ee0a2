// Recordings
//
// A pcap file begins with 24 bytes: a magic number, two numbers of 2 bytes (version 2 and 4), 8 bytes of zeros, the snap
// length and the kind of link (4 bytes each). The magic is 0xa1b2c3d4 if times count microseconds, and 0xa1b23c4d if
// nanoseconds. All numbers of a file have the order of bytes in which its magic comes out right.
// Each packet follows: seconds, fraction, bytes kept, bytes the packet had on the line (4 bytes each), then the bytes kept.
//
// `Reader` reads a file without trusting it:
//
// * A bad magic, or less than 24 bytes, is `NoPcap`; the version and the zeros are not looked at.
// * More bytes kept than the snap length says or than the packet had: `Length`. A fraction of a second or more: `Time`.
// * A file that ends inside of a packet: `Truncated`. All packets before have been given out. Any other error of the source: `Io`.
// * Whatever the lengths say, memory is only used for bytes that came. After a fault nothing follows. `Interrupted` is no fault.
//
// `Writer` writes: in the order and precision asked for (finer times are cut off), at most as many bytes of a packet as the
// snap length, and its length on the line. Seconds that do not fit into 4 bytes: an error of the kind `InvalidInput`.
//
// Read: the documentation of std::io::Read, `take` and `read_to_end`
// https://doc.rust-lang.org/std/io/trait.Read.html

use std::io::{self, Read, Write};
use std::time::Duration;

/// Which byte of a number comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Big,
    Little,
}

/// What a fraction counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    Micro,
    Nano,
}

/// What holds for the whole file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    pub order: Order,
    pub precision: Precision,
    pub snap: u32,
    pub link: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packet {
    /// Since the first of January 1970.
    pub time: Duration,
    /// How long it was on the line.
    pub length: u32,
    /// What was kept of it.
    pub bytes: Vec<u8>,
}

#[derive(Debug)]
pub enum Fault {
    NoPcap,
    Length,
    Time,
    Truncated,
    Io(io::Error),
}

/// Gives out the packets of a file.
#[derive(Debug)]
pub struct Reader<R> {
    header: Header,
    source: R,
    ended: bool,
}

impl<R: Read> Reader<R> {
    pub fn new(mut source: R) -> Result<Self, Fault> {
        // TODO: Find out in which order the numbers are written, and what times count.
        let mut bytes = [0; 24];
        source.read_exact(&mut bytes).map_err(Fault::Io)?;
        let number = |at: usize| {
            u32::from_ne_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
        };
        if number(0) != 0xa1b2_c3d4 {
            return Err(Fault::NoPcap);
        }
        let order = if cfg!(target_endian = "big") {
            Order::Big
        } else {
            Order::Little
        };
        let header = Header {
            order,
            precision: Precision::Micro,
            snap: number(16),
            link: number(20),
        };
        Ok(Self {
            header,
            source,
            ended: false,
        })
    }

    pub fn header(&self) -> Header {
        self.header
    }
}

impl<R: Read> Iterator for Reader<R> {
    type Item = Result<Packet, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        // TODO: Read the next packet, and look at its numbers before you use them.
        if self.ended {
            None
        } else {
            todo!("{:?}", self.source.by_ref().take(16).limit())
        }
    }
}

/// Writes packets to a file.
#[derive(Debug)]
pub struct Writer<W> {
    header: Header,
    target: W,
}

impl<W: Write> Writer<W> {
    /// Writes the header.
    pub fn new(target: W, header: Header) -> io::Result<Self> {
        // TODO: Write the header, with its numbers in the order asked for.
        Ok(Self { header, target })
    }

    pub fn write(&mut self, packet: &Packet) -> io::Result<()> {
        // TODO: Write the packet, and no more of it than the snap length allows.
        self.target.write_all(&packet.bytes)
    }

    pub fn header(&self) -> Header {
        self.header
    }
}
