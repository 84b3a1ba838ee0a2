use std::collections::HashMap;
use std::hash::BuildHasher;

/// Notes for each word of `text` that it stands on this page; pages come in rising order.
fn add_page<S: BuildHasher>(index: &mut HashMap<String, Vec<u32>, S>, page: u32, text: &str) {
    for word in text.split_whitespace() {
        let Some(pages) = index.get_mut(word) else {
            index.entry(word.to_owned()).or_default().push(page);
            continue;
        };
        if pages.last().is_none_or(|&last| last < page) {
            pages.push(page);
        }
    }
}
