// Only the quote is gone; the words and the speaker's name are still there.
use lifetimes_by_need::Quote;

fn main() {
    let (speech, chair) = (String::from("Let us begin."), String::from("Chair"));
    let (words, speaker) = {
        let quote = Quote::new(&speech, &chair);
        (quote.words(), quote.speaker())
    };
    assert_eq!((words, speaker), ("Let us begin.", "Chair"));
}
