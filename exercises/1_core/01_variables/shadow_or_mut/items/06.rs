// A variable without a value at first, and without `mut`.
fn main() {
    let large = 3 > 2;
    let word;
    if large {
        word = "many";
    } else {
        word = "few";
    }
    println!("{word}");
}

//@ why: A value may be given later than the name, as long as every way through gives it exactly once. That is
//@ why: a first value, not a change.
