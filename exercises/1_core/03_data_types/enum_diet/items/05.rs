// How many machine words does an optional box take?
fn main() {
    println!(
        "{}",
        size_of::<Option<Box<[u8; 100]>>>() / size_of::<usize>()
    );
}

//@ why: A box is an address and never zero, so None costs nothing. What lies in the box is elsewhere.
