// A number that is replaced as a whole: `Cell<u32>`.
use std::cell::Cell;

fn main() {
    println!("{}", kit::send_and_sync!(Cell<u32>));
}

//@ why: Whoever owns it may take it along: nobody else has it. Two threads with a reference each could write at the
//@ why: same moment, and nothing in a `Cell` stands guard.
