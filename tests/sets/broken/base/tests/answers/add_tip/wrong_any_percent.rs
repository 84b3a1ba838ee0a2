fn with_tip(cents: u64, percent: u64) -> u64 {
    cents + cents * percent / 100
}
