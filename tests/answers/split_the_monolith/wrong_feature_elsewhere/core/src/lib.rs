//! Postage: what a parcel costs.

/// The price in cents of a parcel to this zone; none if nobody carries it.
pub fn price(grams: u32, zone: u8) -> Option<u32> {
    let base = match zone {
        1 => 250,
        2 => 410,
        _ => return None,
    };
    (grams <= 5000).then(|| base + grams.div_ceil(500) * 35)
}

/// A price as people read it.
pub fn shown(cents: u32) -> String {
    money::show(cents)
}
