// The receiving end of a channel: `Receiver<u8>`.
use std::sync::mpsc::Receiver;

fn main() {
    println!("{}", kit::send_and_sync!(Receiver<u8>));
}

//@ why: There is one receiver, and it may move to the thread that reads. It keeps books without a lock, so
//@ why: two threads must not use it at once.
