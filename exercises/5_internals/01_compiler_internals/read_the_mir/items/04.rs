// The same: how many flags of type `bool` does the compiler keep beside the arguments (`bool;`)?
//@ judge: mir
//@ function: hand_in
//@ count: bool;
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

//@ why: Both branches meet at the end of the function, and there nobody knows any more whether the parcel has
//@ why: moved. So a flag is kept: the compiler writes it where the value is moved, and asks it before the drop.
