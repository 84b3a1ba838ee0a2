// Four states, four arms, and none is left over.
use illegal_states::{Call, Callee};

fn word(call: &Call) -> &'static str {
    match call {
        Call::Idle => "free",
        Call::Ringing { .. } => "wait",
        Call::Talking { .. } => "engaged",
        Call::Ended { .. } => "over",
    }
}

fn main() {
    let call = Call::Ringing {
        callee: Callee::new("Cleo"),
        rings: 3,
    };
    assert_eq!((word(&call), word(&Call::Idle)), ("wait", "free"));
}
