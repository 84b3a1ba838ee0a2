// It rings until it ends by itself, and there is no length of a talk that never was.
use illegal_states::{Call, Callee, Cause};

fn main() {
    let mut call = Call::Idle.dial(Callee::new("Ben"));
    for _ in 0..6 {
        call = call.ring_again();
    }
    assert_eq!(
        call,
        Call::Ended {
            cause: Cause::Unanswered
        }
    );
}
