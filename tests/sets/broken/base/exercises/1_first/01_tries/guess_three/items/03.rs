// A second value.
fn main() {
    let count = 3;
    count += 1;
    println!("{count}");
}

//@ why: Without `mut` a variable has one value.
