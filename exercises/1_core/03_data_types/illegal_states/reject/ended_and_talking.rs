// The call is over and still holds a channel.
use illegal_states::{Call, Cause, Channel};

fn main() {
    let channel = Channel::new(1).unwrap();
    let _ = Call::Ended { cause: Cause::Unanswered, channel }; //~ E0559
}
