// What a `Text` lends is used after the word is gone, though the text in the word is still there.
use elision_expander::*;

fn hold(text: Text) {
    let held;
    {
        let word = Word("still there");
        held = text(&word); //~ E0597
    }
    println!("{held}");
}

fn main() {
    hold(|word| word.0);
}
