// A sum.
fn main() {
    println!("{}", 1 + 2);
}

//@ why: One and two are three.
