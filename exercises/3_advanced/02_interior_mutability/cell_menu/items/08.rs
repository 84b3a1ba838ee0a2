// A reference to an atomic number: `&AtomicU32`.
use std::sync::atomic::AtomicU32;

fn main() {
    println!("{}", kit::send_and_sync!(&AtomicU32));
}

//@ why: An atomic changes in one step that nobody sees half done, so it may be shared, and a reference to what may be
//@ why: shared may go anywhere.
