// The quote and the speaker's name are gone; the words are still read.
use lifetimes_by_need::Quote;

fn main() {
    let speech = String::from("Let us begin.");
    let words = {
        let speaker = String::from("Chair");
        let quote = Quote::new(&speech, &speaker);
        assert_eq!(quote.speaker(), "Chair");
        quote.words()
    };
    assert_eq!(words, "Let us begin.");
}
