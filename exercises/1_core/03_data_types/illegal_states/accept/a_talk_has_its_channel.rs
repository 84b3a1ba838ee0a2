// Whoever sees a talk has its channel, and need not ask whether there is one.
use illegal_states::{Call, Channel};

fn channel(call: &Call) -> Option<&Channel> {
    match call {
        Call::Talking { channel, .. } => Some(channel),
        Call::Idle | Call::Ringing { .. } | Call::Ended { .. } => None,
    }
}

fn main() {
    assert_eq!(channel(&Call::Idle), None);
}
