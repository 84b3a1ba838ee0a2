use std::collections::HashMap;
use std::hash::BuildHasher;

/// Notes for each word of `text` that it stands on this page; pages come in rising order.
fn add_page<S: BuildHasher>(index: &mut HashMap<String, Vec<u32>, S>, page: u32, text: &str) {
    for word in text.split_whitespace() {
        if !index.contains_key(word) {
            index.insert(word.to_owned(), Vec::new());
        }
        if let Some(pages) = index.get_mut(word)
            && pages.last() != Some(&page)
        {
            pages.push(page);
        }
    }
}
