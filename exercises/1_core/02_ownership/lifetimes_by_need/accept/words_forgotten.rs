// The quote and its words are gone; the speaker's name is still read.
use lifetimes_by_need::Quote;

fn main() {
    let name = String::from("Chair");
    let speaker = {
        let speech = String::from("Let us begin.");
        Quote::new(&speech, &name).speaker()
    };
    assert_eq!(speaker, "Chair");
}
