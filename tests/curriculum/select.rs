//! Finding exercises by a word.

use cargo_roadmap::curriculum::{Curriculum, SetSource, load};

use crate::support::WORDS;

fn tiny() -> Curriculum {
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sets/tiny");
    load(&SetSource::dir(dir), WORDS).unwrap()
}

fn selected(word: &str) -> Option<Vec<String>> {
    let set = tiny();
    let found = set.select(word)?;
    Some(found.into_iter().map(|id| set.exercise(id).name.clone()).collect())
}

#[test]
fn all_words_that_can_select() {
    let all = ["open_door", "say_ready", "count_seats", "tidy_return", "spin_down", "stay_until_the_end"];
    assert_eq!(selected("all").unwrap(), all);
    assert_eq!(selected("1").unwrap(), all[..4]);
    assert_eq!(selected("second").unwrap(), all[4..]);
    assert_eq!(selected("numbers").unwrap(), all[2..4]);
    assert_eq!(selected("tidy_return").unwrap(), ["tidy_return"]);
    assert_eq!(selected("seats").unwrap(), ["count_seats"], "it was called so once");
    assert_eq!(selected("s").unwrap(), ["say_ready", "spin_down", "stay_until_the_end"]);
    assert_eq!((selected(""), selected("3"), selected("nothing")), (None, None, None));
}

#[test]
fn the_nearest_names_are_offered() {
    assert_eq!(tiny().nearest("cuont_seats"), ["count_seats"]);
    assert_eq!(tiny().nearest("until"), ["stay_until_the_end"]);
    assert_eq!(tiny().nearest("Loop"), ["loops"]);
    assert_eq!(tiny().nearest("xyzzy"), Vec::<String>::new());
    assert_eq!(tiny().nearest(&"y".repeat(1_000_000)), Vec::<String>::new());
}
