// A pair is taken apart, and a part of it read once more.
fn main() {
    let stock = (12, String::from("nails"));
    let (number, what) = stock;
    println!("{number} {what}, still {}", stock.0);
}

//@ why: The text has moved, but a number is copied: `stock.0` is as good as before. Whether something moves is decided
//@ why: for each part by its own type.
