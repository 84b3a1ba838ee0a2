// One read brings what was asked for.

use std::io::{self, ErrorKind, Read, Write};
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

const MICRO: u32 = 0xa1b2_c3d4;
const NANO: u32 = 0xa1b2_3c4d;

impl Order {
    fn read(self, bytes: &[u8; 24], at: usize) -> u32 {
        let four = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
        match self {
            Self::Big => u32::from_be_bytes(four),
            Self::Little => u32::from_le_bytes(four),
        }
    }

    fn bytes(self, number: u32) -> [u8; 4] {
        match self {
            Self::Big => number.to_be_bytes(),
            Self::Little => number.to_le_bytes(),
        }
    }
}

impl Precision {
    /// How many nanoseconds one of them lasts.
    fn nanos(self) -> u32 {
        match self {
            Self::Micro => 1000,
            Self::Nano => 1,
        }
    }
}

/// As many bytes as there are, up to `wanted`.
fn up_to(source: &mut impl Read, wanted: u32) -> Result<Vec<u8>, Fault> {
    let mut bytes = vec![0; wanted.min(0xffff) as usize];
    let came = source.read(&mut bytes).map_err(Fault::Io)?;
    bytes.truncate(came);
    Ok(bytes)
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
        let bytes: [u8; 24] = up_to(&mut source, 24)?
            .try_into()
            .map_err(|_| Fault::NoPcap)?;
        let magic = |order: Order| match order.read(&bytes, 0) {
            MICRO => Some((order, Precision::Micro)),
            NANO => Some((order, Precision::Nano)),
            _ => None,
        };
        let (order, precision) = magic(Order::Big)
            .or_else(|| magic(Order::Little))
            .ok_or(Fault::NoPcap)?;
        let header = Header {
            order,
            precision,
            snap: order.read(&bytes, 16),
            link: order.read(&bytes, 20),
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

    fn packet(&mut self) -> Result<Option<Packet>, Fault> {
        let head = up_to(&mut self.source, 16)?;
        if head.is_empty() {
            return Ok(None);
        }
        if head.len() < 16 {
            return Err(Fault::Truncated);
        }
        let mut bytes = [0; 24];
        bytes[..16].copy_from_slice(&head);
        let [seconds, fraction, kept, length] =
            [0, 4, 8, 12].map(|at| self.header.order.read(&bytes, at));
        if kept > self.header.snap || kept > length {
            return Err(Fault::Length);
        }
        let nanos = fraction.checked_mul(self.header.precision.nanos());
        let nanos = nanos
            .filter(|&nanos| nanos < 1_000_000_000)
            .ok_or(Fault::Time)?;
        let bytes = up_to(&mut self.source, kept)?;
        if u32::try_from(bytes.len()) != Ok(kept) {
            return Err(Fault::Truncated);
        }
        Ok(Some(Packet {
            time: Duration::new(seconds.into(), nanos),
            length,
            bytes,
        }))
    }
}

impl<R: Read> Iterator for Reader<R> {
    type Item = Result<Packet, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let packet = self.packet().transpose();
        self.ended = !matches!(packet, Some(Ok(_)));
        packet
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
    pub fn new(mut target: W, header: Header) -> io::Result<Self> {
        let magic = match header.precision {
            Precision::Micro => MICRO,
            Precision::Nano => NANO,
        };
        let version = match header.order {
            Order::Big => [0, 2, 0, 4],
            Order::Little => [2, 0, 4, 0],
        };
        target.write_all(&header.order.bytes(magic))?;
        target.write_all(&version)?;
        target.write_all(&[0; 8])?;
        target.write_all(&header.order.bytes(header.snap))?;
        target.write_all(&header.order.bytes(header.link))?;
        Ok(Self { header, target })
    }

    pub fn write(&mut self, packet: &Packet) -> io::Result<()> {
        let seconds = u32::try_from(packet.time.as_secs()).map_err(|_| {
            io::Error::new(
                ErrorKind::InvalidInput,
                "the seconds do not fit into 4 bytes",
            )
        })?;
        let fraction = packet.time.subsec_nanos() / self.header.precision.nanos();
        let kept = u32::try_from(packet.bytes.len())
            .unwrap_or(u32::MAX)
            .min(self.header.snap);
        for number in [seconds, fraction, kept, packet.length] {
            self.target.write_all(&self.header.order.bytes(number))?;
        }
        self.target
            .write_all(&packet.bytes[..usize::try_from(kept).unwrap_or(usize::MAX)])
    }

    pub fn header(&self) -> Header {
        self.header
    }
}
