// On the left stands a pattern that matches everything and is no name.
fn main() {
    let ticket = String::from("A7");
    let _ = ticket;
    println!("{ticket}");
}

//@ why: `_` is not a variable: it takes nothing, so nothing moves and `ticket` stays the owner.
