// It moves in both branches: how many flags (`bool;`) are kept now?
//@ judge: mir
//@ function: hand_in
//@ count: bool;
fn send(parcel: String) {
    println!("{parcel}");
}

fn keep(parcel: String) {
    println!("later: {parcel}");
}

fn hand_in(parcel: String, urgent: bool) {
    if urgent {
        send(parcel);
    } else {
        keep(parcel);
    }
}

fn main() {
    hand_in(String::from("books"), true);
}

//@ why: On every way to the end the parcel is gone. What is known while compiling needs no flag, and there is
//@ why: nothing left to drop either.
