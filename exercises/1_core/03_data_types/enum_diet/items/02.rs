// How many bytes does an optional truth value take?
fn main() {
    println!("{}", size_of::<Option<bool>>());
}

//@ why: A `bool` is 0 or 1; another pattern of the same byte can stand for None. Such a pattern is called a niche.
