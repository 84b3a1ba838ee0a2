// The same for all threads: `OnceLock<String>`.
use std::sync::OnceLock;

fn main() {
    println!("{}", kit::send_and_sync!(OnceLock<String>));
}

//@ why: Here the second one waits until the first has filled it in. Afterwards it only hands out `&String`, which all
//@ why: may have.
