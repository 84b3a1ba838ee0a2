// The word moves inside a loop, and the loop ends there.
fn main() {
    let word = String::from("enough");
    loop {
        let last = word;
        println!("{last}");
        break;
    }
}

//@ why: No way leads from the move back to the move: after it comes the `break`. A move inside a loop is fine where
//@ why: no second round can follow it.
