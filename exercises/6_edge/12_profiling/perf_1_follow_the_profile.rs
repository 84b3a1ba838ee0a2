// Follow the profile
//
// A museum makes an index of its guide book: for each word the pages it stands on. It takes far too
// long. Somebody has recorded where the time goes: `PROFILE`, at the
// top of the checks. Each of its lines is a stack of calls, outermost first, and how often it was
// met. What a function spends itself is the sum over all lines that end with it, whoever called it.
//
// First name the three functions that spend the most themselves, the dearest first. Then mend each
// of the three, so that the index stays as it is and the costs that are counted below go down.
//
// Read: The Rust Performance Book, Profiling
// https://nnethercote.github.io/perf-book/profiling.html

use std::collections::BTreeMap;

/// The three dearest functions, by what they spend themselves.
// TODO: Name them.
pub const DEAREST: [&str; 3] = ["", "", ""];

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
        for word in heading(page).into_iter().chain(words(page)) {
            enter(&mut index, word, &page.number);
        }
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

// TODO: Mend what is dear in the functions below, as the profile says.

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

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[global_allocator]
    static HEAP: ::kit::Heap = ::kit::Heap;

    /// Where the time went: a stack of calls, outermost first, and how often it was met.
    const PROFILE: &str = "\
index 21
index;enter 64
index;enter;order 371
index;words 17
index;words;clean 219
index;words;is_wanted 12
index;words;is_wanted;short_words 208
index;heading 9
index;heading;clean 30
index;heading;is_wanted 5
index;heading;is_wanted;short_words 196
";

    fn page<P>(number: P, heading: &'static str, text: &str) -> Page<P> {
        Page {
            number,
            heading,
            text: text.to_owned(),
        }
    }

    /// What each function spends itself, the most first.
    fn spent() -> Vec<(&'static str, u32)> {
        let mut spent: BTreeMap<&str, u32> = BTreeMap::new();
        for line in PROFILE.lines() {
            let (stack, count) = line.split_once(' ').expect("a stack and a number");
            let last = stack.rsplit(';').next().expect("a stack is not empty");
            *spent.entry(last).or_default() += count.parse::<u32>().expect("a number");
        }
        let mut spent: Vec<_> = spent.into_iter().collect();
        spent.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        spent
    }

    #[test]
    fn the_named_functions_spend_much_themselves() {
        let spent = spent();
        for name in DEAREST {
            let place = spent.iter().position(|&(function, _)| function == name);
            let count = place.map_or(0, |place| spent[place].1);
            assert!(
                place.is_some_and(|place| place < 3),
                "`{name}` is not among the three: it spends {count} itself, over all lines that end with it"
            );
        }
    }

    #[test]
    fn the_dearest_is_named_first() {
        let spent = spent();
        let count = |name: &str| {
            let itself = spent.iter().find(|&&(function, _)| function == name);
            itself.map_or(0, |&(_, count)| count)
        };
        let [first, second, third] = DEAREST.map(count);
        assert!(
            first > second && second > third,
            "you named {DEAREST:?}; over all lines that end with them they spend {first}, {second} and {third}"
        );
    }

    /// Each of the short words, in any case and with signs around it, is looked up by nobody.
    #[test]
    fn short_words_are_still_left_out() {
        let mut short = [
            "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "of",
            "on", "or", "that", "the", "to", "was", "with",
        ];
        let mut rng = ::kit::Rng::salted("perf_1_follow_the_profile: short words");
        rng.shuffle(&mut short);
        for word in short {
            let found = index(&[page(
                1,
                "Hall",
                &format!("({word}), {}", word.to_uppercase()),
            )]);
            let words: Vec<&str> = found.keys().map(String::as_str).collect();
            assert_eq!(words, ["hall"], "`{word}` is one of the short words");
        }
    }

    #[test]
    fn the_index_is_as_it_was() {
        let pages = [
            page(7, "The Great Hall", "Stone; stone and GLASS, from 1871."),
            page(3, "Glass", "(the) stairs -- of the Hall's tower"),
            page(7, "Tower", "..."),
        ];
        let found = index(&pages);
        let wanted: [(&str, &[i32]); 8] = [
            ("1871", &[7]),
            ("glass", &[3, 7]),
            ("great", &[7]),
            ("hall", &[7]),
            ("hall's", &[3]),
            ("stairs", &[3]),
            ("stone", &[7]),
            ("tower", &[3, 7]),
        ];
        let wanted: BTreeMap<String, Vec<i32>> = wanted
            .into_iter()
            .map(|(word, pages)| (word.to_owned(), pages.to_vec()))
            .collect();
        assert_eq!(found, wanted, "words in small letters, pages in order");
    }

    #[test]
    fn any_guide_book_has_the_index_it_should_have() {
        let mut rng = ::kit::Rng::salted("perf_1_follow_the_profile: guide books");
        let words = [
            "Urn",
            "urn,",
            "the",
            "WITH",
            "\"Émail\"",
            "émail",
            "-",
            "a",
            "As",
            "vase.",
        ];
        for _ in 0..30 {
            let pages: Vec<Page<u32>> = (0..rng.within(0..9_u32))
                .map(|_| {
                    let text: Vec<&str> = (0..rng.within(0..9_u32))
                        .map(|_| *rng.pick(&words))
                        .collect();
                    page(rng.within(1..5_u32), "Vase", &text.join(" "))
                })
                .collect();
            let mut wanted: BTreeMap<String, Vec<u32>> = BTreeMap::new();
            for key in ["urn", "émail", "vase"] {
                let stands =
                    |page: &&Page<u32>| key == "vase" || page.text.to_lowercase().contains(key);
                let mut on: Vec<u32> = pages
                    .iter()
                    .filter(stands)
                    .map(|page| page.number)
                    .collect();
                on.sort_unstable();
                on.dedup();
                if !on.is_empty() {
                    wanted.insert(key.to_owned(), on);
                }
            }
            assert_eq!(index(&pages), wanted);
        }
    }

    #[test]
    fn short_words_are_known_and_not_made_again_for_each_word() {
        let text = "a ".repeat(500);
        let pages = [page(1, "At", &text)];
        let (found, seen) = ::kit::allocations(|| index(&pages));
        assert!(found.is_empty(), "`a` and `at` are not looked up");
        assert!(
            seen.count <= 620,
            "500 words of one letter may take 620 pieces of memory, about one for each; they took {}",
            seen.count
        );
    }

    #[test]
    fn a_word_is_cleaned_in_one_piece() {
        let text = "\"Kaleidoscopes\" ".repeat(400);
        let pages = [page(1, "", &text)];
        let (found, seen) = ::kit::allocations(|| index(&pages));
        assert_eq!(found.len(), 1);
        assert!(
            seen.count <= 520,
            "400 words of thirteen letters may take 520 pieces of memory, about one for each word; they took {}. A text that \
             does not know how long it will be asks for memory again and again",
            seen.count
        );
    }

    #[test]
    fn pages_are_not_put_in_order_again_for_each_word() {
        let mut rng = ::kit::Rng::salted("perf_1_follow_the_profile: order");
        let mut numbers: Vec<u32> = (0..256).collect();
        rng.shuffle(&mut numbers);
        let pages: Vec<_> = numbers
            .iter()
            .map(|&number| page(::kit::Counted::new(number), "", "urn"))
            .collect();
        let (found, seen) = ::kit::tally(|| index(&pages));
        assert_eq!(found["urn"].len(), 256);
        assert!(
            seen.comparisons <= 3100,
            "to bring 256 pages into order takes some 2500 comparisons at most; it took {}",
            seen.comparisons
        );
    }
}
