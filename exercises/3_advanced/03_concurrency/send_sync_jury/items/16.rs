// The sending end of a channel: `Sender<u8>`.
use std::sync::mpsc::Sender;

fn main() {
    println!("{}", kit::send_and_sync!(Sender<u8>));
}

//@ why: Sending goes through atomics, so many threads may send through one reference. It asks only that the
//@ why: message is Send.
