// Many results, one answer
//
// A survey comes in as texts, and each may turn out unreadable. What to do about that depends on who
// asks: one caller needs every value or none, one wants the good and the bad apart, one is content
// with the first good one, one adds up. Write the four functions. What each returns, and which texts
// it may read, stands above it: reading a text, which is a call of `parse`, is slow, so the checks
// count the calls. Loops and iterators are both welcome.
//
// Read: Rust By Example, Iterating over Results
// https://doc.rust-lang.org/rust-by-example/error/iter_result.html

/// All values, in order; or the first error, and no text after it is read.
fn all_or_first_error<T, E>(
    texts: &[String],
    mut parse: impl FnMut(&str) -> Result<T, E>,
) -> Result<Vec<T>, E> {
    // TODO: Return the values, or stop at the first error.
    todo!("read {texts:?} with `parse`")
}

/// All values and all errors, each in order; every text is read once.
fn good_and_bad<T, E>(
    texts: &[String],
    mut parse: impl FnMut(&str) -> Result<T, E>,
) -> (Vec<T>, Vec<E>) {
    // TODO: Sort values and errors into two lists.
    todo!("read {texts:?} with `parse`")
}

/// The first value, and no text after it is read; or all errors, if there is no value.
fn first_good<T, E>(
    texts: &[String],
    mut parse: impl FnMut(&str) -> Result<T, E>,
) -> Result<T, Vec<E>> {
    // TODO: Stop at the first value, but forget no error before it.
    todo!("read {texts:?} with `parse`")
}

/// The sum of all values; or the first error, and no text after it is read.
fn total<E>(texts: &[String], mut parse: impl FnMut(&str) -> Result<i64, E>) -> Result<i64, E> {
    // TODO: Add up, or stop at the first error.
    todo!("read {texts:?} with `parse`")
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    /// A text that is not a number is its own error, so that the checks see which error came.
    fn read(text: &str) -> Result<i64, String> {
        text.parse().map_err(|_| text.to_string())
    }

    /// `read`, with every call noted.
    fn counted(calls: &::kit::Calls) -> impl FnMut(&str) -> Result<i64, String> + use<> {
        let calls = calls.clone();
        move |text| {
            calls.note();
            read(text)
        }
    }

    fn texts(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| word.to_string()).collect()
    }

    #[test]
    fn good_texts_give_all_values() {
        let survey = texts(&["3", "-1", "4"]);
        assert_eq!(
            all_or_first_error(&survey, read),
            Ok(vec![3, -1, 4]),
            "every text is good"
        );
        assert_eq!(
            good_and_bad(&survey, read),
            (vec![3, -1, 4], vec![]),
            "every text is good"
        );
        assert_eq!(first_good(&survey, read), Ok(3), "the first text is good");
        assert_eq!(total(&survey, read), Ok(6), "3 - 1 + 4");
    }

    #[test]
    fn without_texts() {
        assert_eq!(
            all_or_first_error(&[], read),
            Ok(vec![]),
            "nothing was asked, so nothing is wrong"
        );
        assert_eq!(good_and_bad(&[], read), (vec![], vec![]));
        assert_eq!(
            first_good(&[], read),
            Err(vec![]),
            "no text, no value and no error"
        );
        assert_eq!(total(&[], read), Ok(0), "the sum of nothing");
    }

    #[test]
    fn all_values_or_the_first_error() {
        let survey = texts(&["3", "many", "4", "few"]);
        assert_eq!(
            all_or_first_error(&survey, read),
            Err("many".to_string()),
            "`many` is the first bad text"
        );
    }

    #[test]
    fn no_text_is_read_after_the_error() {
        let calls = ::kit::Calls::new();
        let survey = texts(&["3", "many", "4", "few"]);
        let _ = all_or_first_error(&survey, counted(&calls));
        assert_eq!(
            calls.count(),
            2,
            "`many` decides, and it is the second text"
        );
    }

    #[test]
    fn good_and_bad_apart() {
        let survey = texts(&["3", "many", "few", "4", "none", "3"]);
        let (good, bad) = good_and_bad(&survey, read);
        assert_eq!(good, [3, 4, 3], "the values, in the order of the texts");
        assert_eq!(
            bad,
            ["many", "few", "none"],
            "the errors, in the order of the texts"
        );
    }

    #[test]
    fn for_good_and_bad_each_text_is_read_once() {
        let mut rng = ::kit::Rng::salted("many_results: each text once");
        for len in [4, 1 + rng.below(20)] {
            let survey: Vec<String> = (0..len).map(|_| rng.pick(&["3", "many", "4"]).to_string()).collect();
            let calls = ::kit::Calls::new();
            let _ = good_and_bad(&survey, counted(&calls));
            assert_eq!(calls.count(), len as u64, "one call for each text of {survey:?}");
        }
    }

    #[test]
    fn the_first_good_value_or_all_errors() {
        let survey = texts(&["many", "few", "4", "3"]);
        assert_eq!(
            first_good(&survey, read),
            Ok(4),
            "`4` is the first good text"
        );
        let survey = texts(&["many", "few", "none"]);
        assert_eq!(
            first_good(&survey, read),
            Err(texts(&["many", "few", "none"])),
            "no text is good, and each has a reason"
        );
    }

    #[test]
    fn no_text_is_read_after_the_first_good_one() {
        let mut rng = ::kit::Rng::salted("many_results: the first good one");
        for before in [2, rng.below(9), rng.below(9)] {
            let mut survey = vec!["many".to_string(); before];
            survey.extend(texts(&["4", "3", "none"]));
            let calls = ::kit::Calls::new();
            let _ = first_good(&survey, counted(&calls));
            assert_eq!(calls.count(), before as u64 + 1, "`4` decides in {survey:?}");
        }
    }

    #[test]
    fn the_total_or_the_first_error() {
        let survey = texts(&["10", "-4", "few", "many"]);
        assert_eq!(
            total(&survey, read),
            Err("few".to_string()),
            "`few` is the first bad text"
        );
    }

    #[test]
    fn nothing_is_added_after_the_error() {
        let calls = ::kit::Calls::new();
        let survey = texts(&["10", "few", "many", "5", "7"]);
        let _ = total(&survey, counted(&calls));
        assert_eq!(calls.count(), 2, "`few` decides, and it is the second text");
    }

    #[test]
    fn drawn_surveys_of_good_texts() {
        let mut rng = ::kit::Rng::salted("many_results: good texts");
        for _ in 0..30 {
            let values: Vec<i64> = (0..rng.below(9))
                .map(|_| rng.between(-1000, 1000))
                .collect();
            let survey: Vec<String> = values.iter().map(i64::to_string).collect();
            assert_eq!(
                total(&survey, read),
                Ok(values.iter().sum()),
                "the sum of {survey:?}"
            );
            assert_eq!(
                first_good(&survey, read).ok(),
                values.first().copied(),
                "the first of {survey:?}"
            );
            assert_eq!(
                all_or_first_error(&survey, read),
                Ok(values),
                "all of {survey:?}"
            );
        }
    }

    #[test]
    fn drawn_surveys_of_good_and_bad_texts() {
        let mut rng = ::kit::Rng::salted("many_results: good and bad texts");
        for _ in 0..30 {
            let survey: Vec<String> = (0..rng.below(12))
                .map(|_| {
                    if rng.below(2) == 0 {
                        rng.below(100).to_string()
                    } else {
                        format!("x{}", rng.below(100))
                    }
                })
                .collect();
            let (good, bad) = good_and_bad(&survey, read);
            let good: Vec<String> = good.iter().map(i64::to_string).collect();
            let kept = |wanted: &[String], is_bad: bool| {
                survey
                    .iter()
                    .filter(|text| text.starts_with('x') == is_bad)
                    .eq(wanted)
            };
            assert!(
                kept(&good, false),
                "the good ones of {survey:?}, and it came {good:?}"
            );
            assert!(
                kept(&bad, true),
                "the bad ones of {survey:?}, and it came {bad:?}"
            );
        }
    }
}
