// Why so: in a folded profile a function stands on many lines, so the longest line is not yet the dearest function.
// `short_words` is met under two callers, and only the sum shows that it leads. It made the same twenty-one texts for
// each word of the book; a constant makes them never. `order` put a list in order that had been in order before the
// last page was added; a set keeps it in order while it grows (sorting once at the end would do as well). `clean`
// copied the word once for each of its letters (and the whole text knows better how a Greek word ends in small letters). The loop in `index`, where everybody looks first, spent almost nothing.

use std::collections::{BTreeMap, BTreeSet};

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
    let mut index: BTreeMap<String, BTreeSet<P>> = BTreeMap::new();
    for page in pages {
        for word in heading(page).into_iter().chain(words(page)) {
            index.entry(word).or_default().insert(page.number.clone());
        }
    }
    let in_order = |(word, pages): (String, BTreeSet<P>)| (word, pages.into_iter().collect());
    index.into_iter().map(in_order).collect()
}

fn heading<P>(page: &Page<P>) -> Vec<String> {
    let words = page.heading.split_whitespace().map(clean);
    words.filter(|word| is_wanted(word)).collect()
}

fn words<P>(page: &Page<P>) -> Vec<String> {
    let words = page.text.split_whitespace().map(clean);
    words.filter(|word| is_wanted(word)).collect()
}

/// The word in small letters, without the signs around it.
fn clean(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

fn is_wanted(word: &str) -> bool {
    !word.is_empty() && !SHORT_WORDS.contains(&word)
}

/// Words that nobody looks up.
const SHORT_WORDS: [&str; 21] = [
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "of", "on",
    "or", "that", "the", "to", "was", "with",
];
