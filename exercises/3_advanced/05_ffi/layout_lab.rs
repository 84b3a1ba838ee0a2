// The layout lab
//
// One: twelve programs in `layout_lab/items/` print a size, an alignment or an offset; one is refused. Say what each
// prints, `Value(12).sure(80)`, or `Fails("E0382", 7)` with the code and the line.
//
// Two: `Packet` is handed to C, so its fields stay in the order in which they are written. It takes 64 bytes. Bring it
// down by 24, with the same fields, names and types, and without `packed`. Then say in `PADDING` how many bytes of a
// `Packet` belong to no field, in `LEVEL_AT` and `FLAGS_AT` at which byte these two begin, all counted by you.
//
// Read: The Rustonomicon, Other reprs
// https://doc.rust-lang.org/nomicon/other-reprs.html

use kit::predict::*;

// TODO: Replace each `Open` by what you expect.
const ITEM_01: Answer = Open;
const ITEM_02: Answer = Open;
const ITEM_03: Answer = Open;
const ITEM_04: Answer = Open;
const ITEM_05: Answer = Open;
const ITEM_06: Answer = Open;
const ITEM_07: Answer = Open;
const ITEM_08: Answer = Open;
const ITEM_09: Answer = Open;
const ITEM_10: Answer = Open;
const ITEM_11: Answer = Open;
const ITEM_12: Answer = Open;

// TODO: Put the fields into an order that wastes less.
/// What the sensor sends.
#[repr(C)]
pub struct Packet {
    pub kind: u8,
    pub sent: u64,
    pub urgent: bool,
    pub level: f64,
    pub channel: u8,
    pub serial: u64,
    pub retries: u16,
    pub flags: u32,
    pub last: u8,
}

// TODO: Count what is left over, and the bytes before `level` and `flags`.
pub const PADDING: usize = 30;
pub const LEVEL_AT: usize = 24;
pub const FLAGS_AT: usize = 52;

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;
    use std::mem::offset_of;

    #[test]
    fn answers() {
        ::kit::predict::tell(&[
            ITEM_01, ITEM_02, ITEM_03, ITEM_04, ITEM_05, ITEM_06, ITEM_07, ITEM_08, ITEM_09,
            ITEM_10, ITEM_11, ITEM_12,
        ]);
    }

    fn packet() -> Packet {
        let mut rng = ::kit::Rng::salted("layout_lab: packet");
        Packet {
            kind: rng.u8(),
            sent: 2,
            urgent: true,
            level: 4.5,
            channel: rng.u8(),
            serial: 6,
            retries: 7,
            flags: 8,
            last: 9,
        }
    }

    /// Where each field begins, and how many bytes it has.
    fn fields() -> [(&'static str, usize, usize); 9] {
        let Packet {
            kind,
            sent,
            urgent,
            level,
            channel,
            serial,
            retries,
            flags,
            last,
        } = packet();
        [
            ("kind", offset_of!(Packet, kind), size_of_val::<u8>(&kind)),
            ("sent", offset_of!(Packet, sent), size_of_val::<u64>(&sent)),
            (
                "urgent",
                offset_of!(Packet, urgent),
                size_of_val::<bool>(&urgent),
            ),
            (
                "level",
                offset_of!(Packet, level),
                size_of_val::<f64>(&level),
            ),
            (
                "channel",
                offset_of!(Packet, channel),
                size_of_val::<u8>(&channel),
            ),
            (
                "serial",
                offset_of!(Packet, serial),
                size_of_val::<u64>(&serial),
            ),
            (
                "retries",
                offset_of!(Packet, retries),
                size_of_val::<u16>(&retries),
            ),
            (
                "flags",
                offset_of!(Packet, flags),
                size_of_val::<u32>(&flags),
            ),
            ("last", offset_of!(Packet, last), size_of_val::<u8>(&last)),
        ]
    }

    #[test]
    fn a_packet_takes_24_bytes_less() {
        assert_eq!(
            size_of::<Packet>(),
            40,
            "bytes, of which 34 belong to fields"
        );
    }

    #[test]
    fn every_field_stands_at_a_multiple_of_its_size() {
        assert_eq!(align_of::<Packet>(), 8, "as its largest field");
        for (name, begins, size) in fields() {
            assert_eq!(
                begins % size,
                0,
                "`{name}` begins at {begins}, and is {size} bytes large"
            );
        }
    }

    #[test]
    fn the_padding_is_counted() {
        let used: usize = fields().iter().map(|(_, _, size)| size).sum();
        let left = size_of::<Packet>() - used;
        assert_eq!(
            PADDING,
            left,
            "{} bytes in all, {used} of them in fields",
            size_of::<Packet>()
        );
    }

    #[test]
    fn the_level_is_found() {
        assert_eq!(
            LEVEL_AT,
            offset_of!(Packet, level),
            "bytes before `level`, in your order"
        );
    }

    #[test]
    fn the_flags_are_found() {
        assert_eq!(
            FLAGS_AT,
            offset_of!(Packet, flags),
            "bytes before `flags`, in your order, those between the fields included"
        );
    }
}
