// A channel made from any number, without a question.
use illegal_states::{Call, Callee};

fn main() {
    let _ = Call::Idle.dial(Callee::new("Ada")).answer(99_u8.into()); //~ E0277
}
