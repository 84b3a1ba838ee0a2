// A call is dialled, answered and hung up, and each step shows what belongs to it.
use illegal_states::{Call, Callee, Cause, Channel};

fn main() {
    let call = Call::Idle.dial(Callee::new("Ada"));
    let Call::Ringing { callee, rings } = &call else {
        panic!("it should ring: {call:?}");
    };
    assert_eq!((callee.name(), *rings), ("Ada", 1));

    let call = call.answer(Channel::new(7).unwrap());
    let Call::Talking { callee, channel } = &call else {
        panic!("they should talk: {call:?}");
    };
    assert_eq!((callee.name(), channel.number()), ("Ada", 7));

    let Call::Ended {
        cause: Cause::HungUp { seconds },
    } = call.hang_up(90)
    else {
        panic!("the talk should be over");
    };
    assert_eq!(seconds, 90);
}
