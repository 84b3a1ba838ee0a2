// A talk without anybody at the other end.
use illegal_states::{Call, Channel};

fn main() {
    let channel = Channel::new(1).unwrap();
    let _ = Call::Talking { channel }; //~ E0063
}
