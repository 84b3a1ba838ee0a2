// The needle is made for the call and thrown away after it.
use holder_struct::Highlighter;

fn main() {
    let text = String::from("three blind mice");
    let words = Highlighter::new(&text, &["bl", "ind"].concat());
    assert_eq!(words.first().unwrap(), "blind");
    assert_eq!(words.behind().unwrap(), " mice");
}
