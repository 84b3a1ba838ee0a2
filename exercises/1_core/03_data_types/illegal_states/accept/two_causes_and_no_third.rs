// Two causes, two arms; only a call that was hung up has seconds.
use illegal_states::Cause;

fn seconds(cause: &Cause) -> u32 {
    match cause {
        Cause::Unanswered => 0,
        Cause::HungUp { seconds } => *seconds,
    }
}

fn main() {
    assert_eq!(seconds(&Cause::Unanswered), 0);
}
