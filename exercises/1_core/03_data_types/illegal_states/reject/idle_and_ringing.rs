// The phone is idle, and has rung three times.
use illegal_states::Call;

fn main() {
    let _ = Call::Idle { rings: 3 }; //~ E0559
}
