use std::collections::HashMap;
use std::hash::BuildHasher;

/// Notes for each word of `text` that it stands on this page; pages come in rising order.
fn add_page<S: BuildHasher>(index: &mut HashMap<String, Vec<u32>, S>, page: u32, text: &str) {
    for word in text.split_whitespace() {
        let pages = index.entry(word.to_string()).or_default();
        if pages.last() != Some(&page) {
            pages.push(page);
        }
    }
}
