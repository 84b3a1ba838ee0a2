// A value that moves in one branch: on how many lines does `drop(` stand?
//@ judge: mir
//@ function: hand_in
//@ count: drop(
fn send(parcel: String) {
    println!("{parcel}");
}

fn hand_in(parcel: String, urgent: bool) {
    if urgent {
        send(parcel);
    }
}

fn main() {
    hand_in(String::from("books"), true);
}

//@ why: There is one drop, in a block of its own, and only a path on which the parcel is still there leads to it.
//@ why: After `send` has it, it is dropped there, after a panic too.
