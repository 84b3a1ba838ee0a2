// A plain number where a channel is wanted.
use illegal_states::{Call, Callee};

fn main() {
    let _ = Call::Idle.dial(Callee::new("Ada")).answer(99); //~ E0308
}
