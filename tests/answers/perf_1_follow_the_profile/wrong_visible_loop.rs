// Works on the loop that everybody sees.

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
    let mut index = BTreeMap::new();
    for page in pages {
        let mut all = heading(page);
        all.append(&mut words(page));
        all.into_iter()
            .for_each(|word| enter(&mut index, word, &page.number));
    }
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

fn enter<P: Ord + Clone>(index: &mut BTreeMap<String, Vec<P>>, word: String, page: &P) {
    let pages = index.entry(word).or_default();
    pages.push(page.clone());
    order(pages);
}

fn order<P: Ord>(pages: &mut Vec<P>) {
    pages.sort();
    pages.dedup();
}

/// The word in small letters, without the signs around it.
fn clean(word: &str) -> String {
    let letters = word.trim_matches(|c: char| !c.is_alphanumeric()).chars();
    letters.fold(String::new(), |word, letter| {
        format!("{word}{}", letter.to_lowercase())
    })
}

fn is_wanted(word: &str) -> bool {
    !word.is_empty() && !short_words().contains(&word.to_owned())
}

/// Words that nobody looks up.
fn short_words() -> Vec<String> {
    let words = "a an and are as at be by for from in is it of on or that the to was with";
    words.split(' ').map(str::to_owned).collect()
}
