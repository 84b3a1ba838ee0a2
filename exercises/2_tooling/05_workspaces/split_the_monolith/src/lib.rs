// TODO: Move what is about postage to the core, and what is about the command line to the program.

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

/// The answer to a command line.
pub fn answer(line: &args::Line) -> Result<String, args::Refusal> {
    let number = |place| line.word(place)?.parse().map_err(|_| line.refuse(place));
    let (grams, zone): (u32, u32) = (number(1)?, number(2)?);
    let cents = u8::try_from(zone)
        .ok()
        .and_then(|zone| price(grams, zone))
        .ok_or_else(|| line.refuse(2))?;
    Ok(shown(cents))
}
