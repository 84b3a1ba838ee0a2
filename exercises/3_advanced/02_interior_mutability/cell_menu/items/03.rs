// A value that is filled in once: `OnceCell<String>`.
use std::cell::OnceCell;

fn main() {
    println!("{}", kit::send_and_sync!(OnceCell<String>));
}

//@ why: Two threads could find it empty and fill it at the same time. That it changes only once does not help: the
//@ why: first time is enough.
