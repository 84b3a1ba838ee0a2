// Sorts once at the end, and lets the compiler look for the short words.

use std::collections::BTreeMap;

/// The three dearest functions, by what they spend themselves.
pub const DEAREST: [&str; 3] = ["short_words", "order", "clean"];

/// A page of the guide book.
pub struct Page<P> {
    pub number: P,
    pub heading: &'static str,
    pub text: String,
}

/// All words in small letters, each with the pages it stands on, in order and without repetition.
pub fn index<P: Ord + Clone>(pages: &[Page<P>]) -> BTreeMap<String, Vec<P>> {
    let mut index: BTreeMap<String, Vec<P>> = BTreeMap::new();
    for page in pages {
        for word in heading(page).into_iter().chain(words(page)) {
            index.entry(word).or_default().push(page.number.clone());
        }
    }
    index.values_mut().for_each(order);
    index
}

fn heading<P>(page: &Page<P>) -> Vec<String> {
    let words = page.heading.split_whitespace().map(clean);
    words.filter(|word| is_wanted(word)).collect()
}

fn words<P>(page: &Page<P>) -> Vec<String> {
    let words = page.text.split_whitespace().map(clean);
    words.filter(|word| is_wanted(word)).collect()
}

fn order<P: Ord>(pages: &mut Vec<P>) {
    pages.sort();
    pages.dedup();
}

/// The word in small letters, without the signs around it.
fn clean(word: &str) -> String {
    let letters = word.trim_matches(|c: char| !c.is_alphanumeric());
    let mut word = String::with_capacity(letters.len());
    word.extend(letters.chars().flat_map(char::to_lowercase));
    word
}

/// Whether somebody may look it up.
fn is_wanted(word: &str) -> bool {
    let short = matches!(
        word,
        "" | "a"
            | "an"
            | "and"
            | "are"
            | "as"
            | "at"
            | "be"
            | "by"
            | "for"
            | "from"
            | "in"
            | "is"
            | "it"
            | "of"
            | "on"
            | "or"
            | "that"
            | "the"
            | "to"
            | "was"
            | "with"
    );
    !short
}
