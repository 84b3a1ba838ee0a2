// The words are gone, however long the quote is kept.
use lifetimes_by_need::Quote;

fn main() {
    let quote = {
        let speech = String::from("Let us begin.");
        Quote::new(&speech, "Chair") //~ E0597
    };
    println!("{}", quote.words());
}
