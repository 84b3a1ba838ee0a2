// A channel put together from its fields, as everybody can who may name them all.
use illegal_states::Channel;

fn main() {
    let allowed = Channel::new(7).unwrap();
    let _ = Channel { ..allowed }; //~ E0451
}
