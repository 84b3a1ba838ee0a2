fn with_tip(cents: u64, percent: u64) -> u64 {
    cents * (100 + percent.min(100)) / 100
}
