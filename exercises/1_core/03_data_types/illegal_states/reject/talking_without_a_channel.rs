// A talk for which no channel was found.
use illegal_states::{Call, Callee};

fn main() {
    let _ = Call::Talking { callee: Callee::new("Ada"), channel: None }; //~ E0308
}
