// The parcel is opened in a branch that is never taken.
fn open(parcel: String) {
    println!("{parcel}");
}

fn main() {
    let parcel = String::from("books");
    if false {
        open(parcel);
    }
    println!("{parcel}");
}

//@ why: What counts is every way through the code that the compiler can see, and it does not ask whether a
//@ why: condition can hold. On one of the two ways the parcel is gone, so nobody may count on it afterwards.
