// On the left stands a name that says it will not be used.
fn main() {
    let ticket = String::from("A7");
    let _spare = ticket;
    println!("{ticket}");
}

//@ why: A name that begins with an underscore is a variable like any other; the underscore only silences a
//@ why: warning. The text moves into it.
