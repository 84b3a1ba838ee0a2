// The text is made while the program runs, and lives no longer than `main`.
use holder_struct::Highlighter;

fn main() {
    let text = String::from("a stitch in time");
    let words = Highlighter::new(&text, "stitch");
    assert_eq!(words.first().unwrap(), "stitch");
    assert_eq!(words.behind().unwrap(), " in time");
}
