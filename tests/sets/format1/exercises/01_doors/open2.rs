fn is_open(knocks: u32) -> bool {
    // TODO: The linter has a remark.
    return knocks >= 3;
}

fn main() {
    if is_open(4) {
        println!("Come in.");
    }
}
