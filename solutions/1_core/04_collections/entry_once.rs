// Why so: each question to a hash map hashes the key, so the commonest case should get by with one. `get_mut`
// takes the borrowed word, since a `String` can be looked at as a `str`; it answers for all known words
// without copying anything. Only in the `None` arm is a key needed that the map can keep. `entry` would
// ask just once in both cases, but it wants the owned key first, and here most of those would be thrown
// away. Where the key is cheap, a number or a `&str` that lives long enough, `entry` is the better word.

use std::collections::HashMap;
use std::hash::BuildHasher;

/// Notes for each word of `text` that it stands on this page; pages come in rising order.
fn add_page<S: BuildHasher>(index: &mut HashMap<String, Vec<u32>, S>, page: u32, text: &str) {
    for word in text.split_whitespace() {
        match index.get_mut(word) {
            Some(pages) => {
                if pages.last() != Some(&page) {
                    pages.push(page);
                }
            }
            None => {
                index.insert(word.to_owned(), vec![page]);
            }
        }
    }
}
