// A counter of references for many threads: `Arc<u8>`.
use std::sync::Arc;

fn main() {
    println!("{}", kit::send_and_sync!(Arc<u8>));
}

//@ why: The count is atomic, and what is shared, a `u8`, may be looked at from anywhere.
