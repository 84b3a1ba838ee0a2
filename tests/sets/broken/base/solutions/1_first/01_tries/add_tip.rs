// Why so: a tip is a part of the bill, and a part is cut off before it is added.

fn with_tip(cents: u64, percent: u64) -> u64 {
    cents + cents * percent.min(100) / 100
}
