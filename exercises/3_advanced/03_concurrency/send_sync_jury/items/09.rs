// A raw pointer: `*const u8`.
fn main() {
    println!("{}", kit::send_and_sync!(*const u8));
}

//@ why: Nothing would be unsound about sending an address. It is a warning: whoever builds on raw pointers
//@ why: has to say what holds.
