// A word index that asks once
//
// `add_page` notes for each word of a page that it stands there; a page is listed once for a word,
// however often the word comes. The index is right, but it asks the map again and again: most words
// are known already, and still each is copied and hashed three times.
//
// Hash a known word once, a new word at most twice, and make an owned copy only when a word is new.
// `S` is the hasher of the map: the checks bring one that counts, so leave the signature as it is.
//
// Read: The Rust Programming Language, chapter 8.3, Storing Keys with Associated Values in Hash Maps
// https://doc.rust-lang.org/book/ch08-03-hash-maps.html

use std::collections::HashMap;
use std::hash::BuildHasher;

/// Notes for each word of `text` that it stands on this page; pages come in rising order.
fn add_page<S: BuildHasher>(index: &mut HashMap<String, Vec<u32>, S>, page: u32, text: &str) {
    for word in text.split_whitespace() {
        // TODO: Ask the map once for a known word, and own a word only when it is new.
        if !index.contains_key(&word.to_string()) {
            index.insert(word.to_string(), Vec::new());
        }
        if let Some(pages) = index.get_mut(&word.to_string())
            && pages.last() != Some(&page)
        {
            pages.push(page);
        }
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    #[global_allocator]
    static HEAP: ::kit::Heap = ::kit::Heap;

    type Index = HashMap<String, Vec<u32>, ::kit::CountingHash>;

    /// An empty index with room for `words`, and the counter of its hasher.
    fn empty_index(words: usize) -> (Index, ::kit::CountingHash) {
        let hashes = ::kit::CountingHash::new();
        (
            HashMap::with_capacity_and_hasher(words, hashes.clone()),
            hashes,
        )
    }

    /// `distinct` words, each `times` times, in a random order. No two tests use the same words.
    fn page_of(test: &str, distinct: usize, times: usize) -> String {
        let mut rng = ::kit::Rng::salted(test);
        let mark = rng.below(1_000);
        let mut words: Vec<String> = (0..distinct * times)
            .map(|n| format!("w{mark}x{}", n % distinct))
            .collect();
        rng.shuffle(&mut words);
        words.join(" ")
    }

    #[test]
    fn each_word_finds_its_pages() {
        let (mut index, _) = empty_index(8);
        add_page(&mut index, 3, "rain and wind");
        add_page(&mut index, 7, "  sun\nand rain ");
        assert_eq!(index.len(), 4, "{index:?}");
        for (word, pages) in [
            ("rain", vec![3, 7]),
            ("and", vec![3, 7]),
            ("wind", vec![3]),
            ("sun", vec![7]),
        ] {
            assert_eq!(index.get(word), Some(&pages), "{word:?} in {index:?}");
        }
    }

    #[test]
    fn a_page_is_listed_once_for_a_word() {
        let (mut index, _) = empty_index(8);
        add_page(&mut index, 1, "rain rain wind rain");
        add_page(&mut index, 2, "wind wind");
        assert_eq!(
            index.get("rain"),
            Some(&vec![1]),
            "`rain` comes three times on page 1"
        );
        assert_eq!(
            index.get("wind"),
            Some(&vec![1, 2]),
            "`wind` stands on both pages"
        );
    }

    #[test]
    fn any_book_gets_the_right_index() {
        let mut rng = ::kit::Rng::salted("any_book_gets_the_right_index");
        let (mut index, _) = empty_index(100);
        let mut wanted: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
        for page in 1..=50 {
            let words: Vec<String> = (0..rng.below(30))
                .map(|_| format!("word{}", rng.below(60)))
                .collect();
            add_page(&mut index, page, &words.join(" "));
            for word in words {
                wanted.entry(word).or_default().insert(page);
            }
        }
        assert_eq!(index.len(), wanted.len());
        for (word, pages) in wanted {
            let pages: Vec<u32> = pages.into_iter().collect();
            assert_eq!(index.get(&word), Some(&pages), "{word:?}");
        }
    }

    #[test]
    fn a_known_word_is_hashed_once() {
        let page = page_of("a_known_word_is_hashed_once", 50, 4);
        let (mut index, hashes) = empty_index(100);
        add_page(&mut index, 1, &page);
        let before = hashes.count();
        add_page(&mut index, 2, &page);
        let count = hashes.count() - before;
        assert!(
            count <= 200,
            "200 known words should be hashed once each, and {count} hashes were made"
        );
    }

    #[test]
    fn a_new_word_is_hashed_twice_at_most() {
        let page = page_of("a_new_word_is_hashed_twice_at_most", 50, 4);
        let (mut index, hashes) = empty_index(100);
        add_page(&mut index, 1, &page);
        let count = hashes.count();
        assert!(
            count <= 250,
            "200 words, 50 of them new, should take 250 hashes, and {count} were made"
        );
    }

    #[test]
    fn a_known_word_is_not_copied() {
        let page = page_of("a_known_word_is_not_copied", 50, 4);
        let (mut index, _) = empty_index(100);
        add_page(&mut index, 1, &page);
        let ((), seen) = ::kit::allocations(|| add_page(&mut index, 2, &page));
        let fresh = seen.count - seen.regrown;
        assert_eq!(
            fresh, 0,
            "all words are known, so apart from growing lists nothing is allocated"
        );
    }

    #[test]
    fn a_new_word_is_copied_once() {
        let page = page_of("a_new_word_is_copied_once", 50, 10);
        let (mut index, _) = empty_index(100);
        let ((), seen) = ::kit::allocations(|| add_page(&mut index, 1, &page));
        let fresh = seen.count - seen.regrown;
        assert!(
            fresh <= 100,
            "50 new words need a key and a list each, and {fresh} blocks were allocated"
        );
    }
}
