// Why so: a block is worth whatever its last expression is worth. A semicolon turns that expression
// into a statement, and a block that ends in a statement is worth `()`, the empty value. So the three
// semicolons go and nothing comes in their place. `if` and `match` are expressions as well; all their
// arms must agree on one type. `return` is for leaving a function early: at the end it says nothing
// new, and inside the `if` it would leave the whole function instead of giving the `if` its value.

/// The full price of a ride through this many zones.
fn full_price(zones: u32) -> u32 {
    150 + 110 * zones
}

/// How much of the full price somebody of this age pays, in per cent.
fn share(age: u32) -> u32 {
    match age {
        0..=5 => 0,
        6..=17 => 50,
        18..=64 => 100,
        _ => 75,
    }
}

/// What one rider pays for one ride.
fn fare(zones: u32, age: u32, night: bool) -> u32 {
    let price: u32 = full_price(zones);
    let surcharge = if night { 80 } else { 0 };
    price * share(age) / 100 + surcharge
}
