// Which digit is twelve, in base ten?
fn main() {
    println!("{:?}", char::from_digit(12, 10));
}

//@ why: For some numbers there is a digit and for others not; nothing has gone wrong, and one reason is enough: None.
