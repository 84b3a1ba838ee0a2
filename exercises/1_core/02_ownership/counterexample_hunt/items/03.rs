// A text is taken out of a reference to it.
fn take(slot: &String) -> String {
    *slot
}

fn main() {
    let text = String::from("one owner");
    println!("{} {}", take(&text), text);
}

//@ why: A reference may look and not take. Otherwise there would be two owners of one text, and each of them
//@ why: would free it.
