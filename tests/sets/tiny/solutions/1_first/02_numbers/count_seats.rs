// Why so: every row has the same number of seats, and that is what multiplication counts.

fn seats(rows: u32, in_each: u32) -> u32 {
    rows * in_each
}
