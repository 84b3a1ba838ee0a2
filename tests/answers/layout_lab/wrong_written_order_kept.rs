// Rust lays out what is written.

use kit::predict::*;

const ITEM_01: Answer = Value(12).sure(90);
const ITEM_02: Answer = Value(12).sure(80);
const ITEM_03: Answer = Value(8).sure(80);
const ITEM_04: Answer = Value(11).sure(90);
const ITEM_05: Answer = Fails("E0793", 19).sure(80);
const ITEM_06: Answer = Value(1).sure(80);
const ITEM_07: Answer = Value(8).sure(80);
const ITEM_08: Answer = Value(1).sure(90);
const ITEM_09: Answer = Value(8).sure(90);
const ITEM_10: Answer = Value(8).sure(60);
const ITEM_11: Answer = Value(96).sure(80);
const ITEM_12: Answer = Value(8).sure(80);

/// What the sensor sends.
#[repr(C)]
pub struct Packet {
    pub sent: u64,
    pub level: f64,
    pub serial: u64,
    pub flags: u32,
    pub retries: u16,
    pub kind: u8,
    pub urgent: bool,
    pub channel: u8,
    pub last: u8,
}

pub const PADDING: usize = 6;
pub const LEVEL_AT: usize = 8;
pub const FLAGS_AT: usize = 24;
