// A box with something borrowed in it is given to a `Keep`.
use elision_expander::*;

fn hand_over(keep: Keep) {
    let text = String::from("mine");
    keep(Box::new(&text)); //~ E0597
}

fn main() {
    hand_over(|_| {});
}
