// Text is read as a number in base 40, and there are letters up to base 36 only.
fn main() {
    let base = 40;
    println!("{}", i64::from_str_radix("12", base).is_err());
}

//@ why: The text comes from outside, and the base from the program: a base that cannot be is a mistake in the code,
//@ why: and no caller could do anything sensible with an error about it. Hence a panic, in a function that otherwise
//@ why: returns a Result.
