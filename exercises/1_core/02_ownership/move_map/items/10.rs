// Both arguments of the call are made from the same word.
fn label(word: String, len: usize) -> String {
    format!("{word} ({len})")
}

fn main() {
    let word = String::from("harbour");
    println!("{}", label(word, word.len()));
}

//@ why: Arguments are worked out from left to right. When the length is asked for, the word has already moved into
//@ why: the first argument; the other way round it would compile.
