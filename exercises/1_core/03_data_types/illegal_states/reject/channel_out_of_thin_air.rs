// A channel that nobody has allowed.
use illegal_states::Channel;

fn main() {
    let _ = Channel(99); //~ E0423
}
