// The text is gone: nobody may look at a match any more.
use holder_struct::Highlighter;

fn main() {
    let found = {
        let text = String::from("here today");
        Highlighter::new(&text, "today").first() //~ E0597
    };
    println!("{found:?}");
}
