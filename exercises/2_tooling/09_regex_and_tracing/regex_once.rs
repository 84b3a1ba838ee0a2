// Regex once
//
// Before a log leaves the house, `scrub` hides who was there: the name behind `user=`, whatever
// script it is written in, and the number behind `session=`, of which the last two digits stay.
// A session number is written with the digits 0 to 9; what uses others is none and stays.
//
// It does most of that, and slowly: a log has millions of lines, and few hold anything to hide.
// Make it compile its patterns once for the whole run, lend the lines that it does not change,
// and take the right digits.
//
// Read: the documentation of the crate regex, section on performance
// https://docs.rs/regex/latest/regex/#performance

use regex::Regex;
use std::borrow::Cow;

fn scrub(line: &str) -> Cow<'_, str> {
    // TODO: Compile both patterns once, at their first use, and keep them.
    let user = Regex::new(r"\buser=(?<name>\w+)").expect("a sound pattern");
    // TODO: Say which digits are meant.
    let session = Regex::new(r"\bsession=(?<hidden>\d*)(?<tail>\d\d)\b").expect("a sound pattern");
    let hidden = user.replace_all(line, "user=***").into_owned();
    // TODO: Lend a line in which nothing was found.
    Cow::Owned(
        session
            .replace_all(&hidden, "session=***${tail}")
            .into_owned(),
    )
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[global_allocator]
    static HEAP: ::kit::Heap = ::kit::Heap;

    #[test]
    fn hides_users_and_sessions() {
        for (line, wanted) in [
            ("GET /map user=ada", "GET /map user=***"),
            ("session=471142 opened", "session=***42 opened"),
            (
                "user=ada session=12 user=bo",
                "user=*** session=***12 user=***",
            ),
            ("superuser=ada session=7", "superuser=ada session=7"),
        ] {
            assert_eq!(scrub(line), wanted, "the line was {line:?}");
        }
        let mut rng = ::kit::Rng::salted("regex_once: session numbers");
        for _ in 0..20 {
            let number = rng.between(100, 999_999);
            let wanted = format!("session=***{:02} opened", number % 100);
            assert_eq!(
                scrub(&format!("session={number} opened")),
                wanted,
                "the last two digits of {number} stay"
            );
        }
    }

    #[test]
    fn names_of_any_script_are_hidden() {
        for name in ["Zoë", "José_2", "Ольга", "李雷"] {
            let line = format!("user={name} left");
            assert_eq!(scrub(&line), "user=*** left", "{name} is a name as well");
        }
    }

    #[test]
    fn other_digits_are_no_session_number() {
        for number in ["٤٢٤٢٤٢", "٤٢٤٢42", "42٤٢", "4٤2"] {
            let line = format!("session={number} of another system");
            assert_eq!(
                scrub(&line),
                line,
                "only the digits 0 to 9 make a session number, from its first to its last"
            );
        }
    }

    #[test]
    fn a_line_without_findings_is_lent() {
        for line in ["GET /map 200 in 12 ms", "superuser=ada session=7 a=b", ""] {
            let line = line.to_owned();
            let scrubbed = scrub(&line);
            assert!(
                matches!(scrubbed, Cow::Borrowed(_))
                    && ::kit::inside(&line, &scrubbed)
                    && scrubbed.len() == line.len(),
                "nothing is hidden in {line:?}, so there is nothing to copy"
            );
        }
    }

    #[test]
    fn patterns_are_compiled_once() {
        let mut rng = ::kit::Rng::salted("regex_once: patterns_are_compiled_once");
        let lines: Vec<String> = (0..100)
            .map(|_| {
                let (name, number) = (rng.between(1, 9999), rng.between(1000, 999_999));
                format!("GET /map user=guest{name} session={number}")
            })
            .collect();
        // The first line may pay for the patterns and for the room in which they are matched.
        let (first, _) = ::kit::allocations(|| scrub(&lines[0]).len());
        let (total, seen) =
            ::kit::allocations(|| lines.iter().map(|line| scrub(line).len()).sum::<usize>());
        assert!(first > 0 && total > 0);
        assert!(
            seen.count <= 600,
            "100 lines of which each is changed took {} allocations; a few for each line are needed, \
             a compiled pattern takes thousands",
            seen.count
        );
    }
}
