// The highlighter is gone, the text is not: what was found may still be looked at.
use holder_struct::Highlighter;

fn main() {
    let text = String::from("the quick brown fox");
    let (found, rest) = {
        let words = Highlighter::new(&text, "quick");
        (words.first(), words.behind())
    };
    assert_eq!(found.unwrap(), "quick");
    assert_eq!(rest.unwrap(), " brown fox");
}
