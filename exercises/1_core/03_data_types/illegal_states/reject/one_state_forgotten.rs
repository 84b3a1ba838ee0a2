// A caller who forgets that calls end.
use illegal_states::Call;

fn main() {
    let _ = match Call::Idle { //~ E0004
        Call::Idle => "free",
        Call::Ringing { .. } => "wait",
        Call::Talking { .. } => "engaged",
    };
}
