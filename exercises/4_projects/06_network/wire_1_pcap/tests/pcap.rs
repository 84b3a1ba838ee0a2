use std::time::Duration;

use kit::{Peer, Rng};
use wiretap::pcap::{Fault, Header, Order, Packet, Precision, Reader, Writer};

#[global_allocator]
static HEAP: kit::Heap = kit::Heap;

/// Recorded on a machine that puts the lowest byte first: one packet, cut to 6 of its 60 bytes.
const LITTLE: [u8; 46] = [
    0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 1, 0, 0, 0, //
    0x15, 0xcd, 0x5b, 0x07, 0x40, 0x42, 0x0e, 0x00, 6, 0, 0, 0, 60, 0, 0, 0, //
    0xff, 0xff, 0xff, 0xff, 0xff, 0xfe,
];
/// The same, with the highest byte first, in nanoseconds.
const BIG: [u8; 46] = [
    0xa1, 0xb2, 0x3c, 0x4d, 0, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 1, //
    0x07, 0x5b, 0xcd, 0x15, 0x3b, 0x9a, 0xc9, 0xff, 0, 0, 0, 6, 0, 0, 0, 60, //
    0xff, 0xff, 0xff, 0xff, 0xff, 0xfe,
];

const ORDERS: [Order; 2] = [Order::Big, Order::Little];
const PRECISIONS: [Precision; 2] = [Precision::Micro, Precision::Nano];

fn packet(time: Duration, length: u32, bytes: &[u8]) -> Packet {
    Packet {
        time,
        length,
        bytes: bytes.to_vec(),
    }
}

fn open(bytes: &[u8]) -> Reader<&[u8]> {
    Reader::new(bytes).unwrap_or_else(|fault| panic!("this is a pcap file, but: {fault:?}"))
}

/// The packets before the first fault, and the name of that fault.
fn read(bytes: &[u8]) -> (Vec<Packet>, Option<String>) {
    let mut packets = Vec::new();
    let mut reader = open(bytes);
    while let Some(next) = reader.next() {
        match next {
            Ok(packet) => packets.push(packet),
            Err(fault) => {
                assert!(
                    reader.next().is_none(),
                    "after {fault:?} nothing may follow: it would be read out of step"
                );
                return (packets, Some(format!("{fault:?}")));
            }
        }
        assert!(packets.len() <= bytes.len(), "more packets than bytes");
    }
    (packets, None)
}

fn write(header: Header, packets: &[Packet]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = Writer::new(&mut bytes, header).expect("memory takes everything");
    for packet in packets {
        writer.write(packet).expect("memory takes everything");
    }
    bytes
}

fn drawn(rng: &mut Rng, snap: u32) -> Packet {
    let len = rng.within(0..=snap);
    let micros = u64::from(rng.u32()) * 1_000_000 + rng.within(0..1_000_000_u64);
    let bytes = rng.bytes(len as usize);
    packet(
        Duration::from_micros(micros),
        len + rng.within(0..9_u32),
        &bytes,
    )
}

/// A file in the given order whose single packet claims this.
fn claims(
    order: Order,
    precision: Precision,
    snap: u32,
    numbers: [u32; 4],
    bytes: &[u8],
) -> Vec<u8> {
    let mut file = write(
        Header {
            order,
            precision,
            snap,
            link: 1,
        },
        &[],
    );
    for number in numbers {
        file.extend(if order == Order::Big {
            number.to_be_bytes()
        } else {
            number.to_le_bytes()
        });
    }
    file.extend(bytes);
    file
}

#[test]
fn a_file_with_the_lowest_byte_first_is_read() {
    let header = Header {
        order: Order::Little,
        precision: Precision::Micro,
        snap: 6,
        link: 1,
    };
    assert_eq!(open(&LITTLE).header(), header);
    let mut fine = LITTLE;
    fine[28..32].copy_from_slice(&999_999_u32.to_le_bytes());
    let time = Duration::new(123_456_789, 999_999_000);
    assert_eq!(
        read(&fine),
        (vec![packet(time, 60, &fine[40..])], None),
        "the fraction counts microseconds"
    );
}

#[test]
fn a_file_with_the_highest_byte_first_is_read() {
    let header = Header {
        order: Order::Big,
        precision: Precision::Nano,
        snap: 6,
        link: 1,
    };
    assert_eq!(open(&BIG).header(), header);
    let time = Duration::new(123_456_789, 999_999_999);
    assert_eq!(
        read(&BIG),
        (vec![packet(time, 60, &BIG[40..])], None),
        "the fraction counts nanoseconds"
    );
}

#[test]
fn a_file_is_written_byte_by_byte() {
    let header = Header {
        order: Order::Big,
        precision: Precision::Nano,
        snap: 6,
        link: 1,
    };
    let one = packet(Duration::new(123_456_789, 999_999_999), 60, &BIG[40..]);
    assert_eq!(write(header, &[one]), BIG);
    let mut little = LITTLE;
    little[28..32].copy_from_slice(&7_u32.to_le_bytes());
    let header = Header {
        order: Order::Little,
        precision: Precision::Micro,
        snap: 6,
        link: 1,
    };
    let one = packet(Duration::new(123_456_789, 7_999), 60, &LITTLE[40..]);
    assert_eq!(
        write(header, &[one]),
        little,
        "what is finer than a microsecond is cut off"
    );
}

#[test]
fn what_was_written_is_read_again() {
    let mut rng = Rng::salted("wire_1_pcap: again");
    for order in ORDERS {
        for precision in PRECISIONS {
            let header = Header {
                order,
                precision,
                snap: rng.within(1..300_u32),
                link: rng.u32(),
            };
            let packets: Vec<Packet> = (0..20).map(|_| drawn(&mut rng, header.snap)).collect();
            let bytes = write(header, &packets);
            assert_eq!(open(&bytes).header(), header);
            assert_eq!(read(&bytes), (packets, None), "{header:?}");
        }
    }
}

#[test]
fn long_packets_are_cut_to_the_snap_length() {
    let mut rng = Rng::salted("wire_1_pcap: snap");
    let bytes = rng.bytes(40);
    let header = Header {
        order: Order::Big,
        precision: Precision::Nano,
        snap: rng.within(1..40_u32),
        link: 1,
    };
    let file = write(header, &[packet(Duration::ZERO, 90, &bytes)]);
    let kept = &bytes[..header.snap as usize];
    assert_eq!(
        read(&file),
        (vec![packet(Duration::ZERO, 90, kept)], None),
        "cut, and its length on the line as it was"
    );
}

#[test]
fn seconds_that_do_not_fit_are_an_error() {
    let mut bytes = Vec::new();
    let header = Header {
        order: Order::Little,
        precision: Precision::Micro,
        snap: 9,
        link: 1,
    };
    let mut writer = Writer::new(&mut bytes, header).expect("memory takes everything");
    let last = Duration::from_secs(u64::from(u32::MAX));
    writer
        .write(&packet(last, 0, &[]))
        .expect("the last second that fits");
    let error = writer
        .write(&packet(last + Duration::from_secs(1), 0, &[]))
        .expect_err("one more than fits");
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
    assert_eq!(
        bytes.len(),
        40,
        "nothing is written of a packet that cannot be"
    );
}

/// Takes so many bytes, and then nothing any more.
struct Full(usize);

impl std::io::Write for Full {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let taken = bytes.len().min(self.0);
        self.0 -= taken;
        if taken == 0 && !bytes.is_empty() {
            return Err(std::io::ErrorKind::StorageFull.into());
        }
        Ok(taken)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_full_disk_is_told() {
    let header = Header {
        order: Order::Big,
        precision: Precision::Nano,
        snap: 9,
        link: 1,
    };
    let one = packet(Duration::ZERO, 3, b"abc");
    for room in 0..24 {
        let opened = Writer::new(Full(room), header);
        assert!(
            opened.is_err(),
            "24 bytes of a header do not fit into {room}"
        );
    }
    for room in 0..=43 {
        let written = Writer::new(Full(room), header).and_then(|mut writer| writer.write(&one));
        assert_eq!(
            written.is_ok(),
            room == 43,
            "24 + 16 + 3 bytes do not fit into {room}, and whoever writes has to learn it"
        );
    }
}

#[test]
fn what_is_no_recording_is_refused() {
    for len in 0..24 {
        assert!(
            matches!(Reader::new(&LITTLE[..len]), Err(Fault::NoPcap)),
            "{len} bytes of a header"
        );
    }
    for place in 0..4 {
        let mut bytes = BIG;
        bytes[place] ^= 1;
        assert!(
            matches!(Reader::new(&bytes[..]), Err(Fault::NoPcap)),
            "byte {place} of the magic is wrong"
        );
    }
    // The other numbers have to be in the order of the magic, and are.
    assert_eq!(
        open(&LITTLE[..24]).count(),
        0,
        "a recording without packets"
    );
}

#[test]
fn a_cut_off_end_costs_only_the_last_packet() {
    let mut rng = Rng::salted("wire_1_pcap: tail");
    let header = Header {
        order: Order::Little,
        precision: Precision::Micro,
        snap: 50,
        link: 1,
    };
    let mut last = drawn(&mut rng, 50);
    last.bytes = rng.bytes(9);
    last.length = 9;
    let packets = [drawn(&mut rng, 50), drawn(&mut rng, 50), last];
    let (whole, two) = (write(header, &packets), write(header, &packets[..2]).len());
    for len in two + 1..whole.len() {
        let (before, fault) = read(&whole[..len]);
        assert_eq!(
            before,
            packets[..2],
            "what came before the cut at {len} is as good as ever"
        );
        assert_eq!(
            fault.as_deref(),
            Some("Truncated"),
            "cut at {len} of {}",
            whole.len()
        );
    }
    assert_eq!(
        read(&whole[..two]),
        (packets[..2].to_vec(), None),
        "cut exactly between two packets"
    );
}

#[test]
fn lengths_that_cannot_be_true_are_refused() {
    for order in ORDERS {
        let fault = |snap, kept, length| {
            read(&claims(
                order,
                Precision::Micro,
                snap,
                [1, 1, kept, length],
                &[0; 12],
            ))
            .1
        };
        assert_eq!(
            fault(8, 9, 12).as_deref(),
            Some("Length"),
            "more kept than the snap length"
        );
        assert_eq!(
            fault(99, 9, 8).as_deref(),
            Some("Length"),
            "more kept than there was"
        );
        assert_eq!(
            fault(12, 12, 12),
            None,
            "all of it, and exactly as much as allowed"
        );
    }
}

#[test]
fn a_fraction_is_less_than_a_second() {
    for (precision, second) in [
        (Precision::Micro, 1_000_000),
        (Precision::Nano, 1_000_000_000),
    ] {
        let fault = |fraction| {
            read(&claims(
                Order::Big,
                precision,
                9,
                [u32::MAX, fraction, 0, 0],
                &[],
            ))
            .1
        };
        assert_eq!(fault(second).as_deref(), Some("Time"), "{precision:?}");
        assert_eq!(fault(u32::MAX).as_deref(), Some("Time"), "{precision:?}");
        assert_eq!(fault(second - 1), None, "{precision:?}");
    }
}

#[test]
fn memory_is_used_for_bytes_that_came() {
    let huge = 1 << 27;
    let file = claims(
        Order::Big,
        Precision::Micro,
        huge,
        [1, 1, huge, huge],
        &[7; 100],
    );
    let ((_, fault), seen) = kit::allocations(|| read(&file));
    assert_eq!(fault.as_deref(), Some("Truncated"));
    assert!(
        seen.peak < 100_000,
        "100 bytes came, the length says {huge}, and {} bytes were asked for: a length is a claim",
        seen.peak
    );
}

#[test]
fn bytes_may_come_in_any_pieces() {
    let mut rng = Rng::salted("wire_1_pcap: pieces");
    let header = Header {
        order: Order::Big,
        precision: Precision::Nano,
        snap: 40,
        link: 1,
    };
    let packets: Vec<Packet> = (0..4).map(|_| drawn(&mut rng, 40)).collect();
    let file = write(header, &packets);
    let mut peer = Peer::new();
    let mut rest = &file[..];
    while !rest.is_empty() {
        let (piece, then) = rest.split_at(rng.within(1..=rest.len().min(11)));
        peer = peer.says(piece).interrupts();
        rest = then;
    }
    let came: Result<Vec<Packet>, Fault> = Reader::new(peer).and_then(Iterator::collect);
    assert_eq!(came.expect("the same bytes, only in pieces"), packets);
}

#[test]
fn no_bytes_make_it_panic() {
    let mut rng = Rng::salted("wire_1_pcap: fuzz");
    for _ in 0..3000 {
        let header = Header {
            order: *rng.pick(&ORDERS),
            precision: *rng.pick(&PRECISIONS),
            snap: rng.within(0..60_u32),
            link: 1,
        };
        let packets = [drawn(&mut rng, header.snap), drawn(&mut rng, header.snap)];
        let mut bytes = write(header, &packets);
        for _ in 0..rng.within(1..4_u8) {
            let place = rng.within(24..bytes.len());
            bytes[place] = rng.u8();
        }
        let keep = rng.within(24..=bytes.len());
        let (packets, _) = read(&bytes[..keep]);
        for packet in packets {
            assert!(
                packet.bytes.len() <= header.snap as usize
                    && packet.bytes.len() <= packet.length as usize
            );
        }
    }
}

#[test]
fn an_error_of_the_source_is_told() {
    let opened = Reader::new(Peer::new().says(&LITTLE[..9]).resets());
    assert!(
        matches!(opened, Err(Fault::Io(_))),
        "inside of the header: {opened:?}"
    );
    for came in [24, 30, 43] {
        let mut reader =
            Reader::new(Peer::new().says(&LITTLE[..came]).resets()).expect("the header came");
        let first = reader.next();
        assert!(
            matches!(first, Some(Err(Fault::Io(_)))),
            "the source broke, and that is no end of the file: {first:?}"
        );
        assert!(reader.next().is_none(), "after a fault nothing follows");
    }
}
