// A channel is asked for, and there is none for a number that is not allowed.
use illegal_states::Channel;

fn main() {
    assert!(Channel::new(0).is_none() && Channel::new(41).is_none());
    assert_eq!(Channel::new(40).unwrap().number(), 40);
}
