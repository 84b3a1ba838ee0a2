// Nobody answered, and the talk took an hour.
use illegal_states::Cause;

fn main() {
    let _ = Cause::Unanswered { seconds: 3600 }; //~ E0559
}
