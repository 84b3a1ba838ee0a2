// A counter that counts to three.
fn main() {
    let count = 0;
    while count < 3 {
        count += 1;
    }
    println!("{count}");
}

//@ why: Without `mut` a variable gets its value once. `+=` is an assignment like any other.
