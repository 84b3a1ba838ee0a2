fn is_open(knocks: u32) -> bool {
    knocks >= 3
}

fn main() {
    if is_open(4) {
        println!("Come in.");
    }
}
