// Slices, not copies
//
// Settings come as lines such as `name ; "Zoë Öztürk" ; «a remark»`. The four functions below find parts
// of such a text. Each returns a view of the text it was given, never a copy: the checks compare where
// the parts lie in memory. Characters may take several bytes, and an index counts bytes.
//
// `None` says that there is no such part. An empty part is a part.
//
// Read: The Rust Programming Language, chapter 4.3, The Slice Type
// https://doc.rust-lang.org/book/ch04-03-slices.html

/// The text up to its first line break, without the break, which is `\n` or `\r\n`.
/// A text without a break is one line.
fn first_line(text: &str) -> &str {
    // TODO: Return the first line.
    todo!("{text}")
}

/// The text without the double quotes around it: one at each end, and only if both are there.
fn trim_quotes(text: &str) -> &str {
    // TODO: Take off one pair of `"`, or nothing.
    todo!("{text}")
}

/// What stands between the first `open` and the first `close` after it.
fn between(text: &str, open: char, close: char) -> Option<&str> {
    // TODO: Find both marks, or return `None`.
    todo!("{text} {open} {close}")
}

/// The fields of a line, which are parted by `;`: each without white space at its ends, and then
/// without quotes around it.
fn fields(line: &str) -> impl Iterator<Item = &str> {
    // TODO: The quotes are still there. Put each field through one more function.
    line.split(';').map(str::trim)
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    /// The text of a part, or of no part at all.
    fn read<T: AsRef<str>>(part: Option<T>) -> Option<String> {
        part.map(|part| part.as_ref().to_string())
    }

    fn read_all(line: &str) -> Vec<String> {
        fields(line).filter_map(|field| read(Some(field))).collect()
    }

    #[test]
    fn first_line_ends_before_the_break() {
        assert_eq!(first_line("one\ntwo\nthree"), "one");
        assert_eq!(
            first_line("one"),
            "one",
            "a text without a break is one line"
        );
        assert_eq!(first_line("\ntwo"), "", "the first line may be empty");
        assert_eq!(first_line(""), "");
        assert_eq!(
            first_line("one\r\ntwo\n"),
            "one",
            "`\\r\\n` is one break, and no part of the line"
        );
        assert_eq!(
            first_line("one\r\r\ntwo"),
            "one\r",
            "only the `\\r` right before the `\\n` belongs to the break"
        );
        assert_eq!(
            first_line("one\r"),
            "one\r",
            "`\\r` alone is no break, at the end neither"
        );
        assert_eq!(
            first_line("o\rne\ntwo\r\n"),
            "o\rne",
            "`\\r` alone is no break"
        );
    }

    #[test]
    fn first_line_holds_any_characters() {
        let mut rng = ::kit::Rng::salted("slices_not_copies: first line");
        assert_eq!(first_line("é\n🦀"), "é");
        for len in 0..20 {
            let (line, rest) = (rng.text(len), rng.text(5));
            assert_eq!(first_line(&format!("{line}\n{rest}\n")), line);
        }
    }

    #[test]
    fn trim_quotes_needs_one_at_each_end() {
        assert_eq!(trim_quotes("\"word\""), "word");
        assert_eq!(trim_quotes("word"), "word", "there is nothing to take off");
        assert_eq!(
            trim_quotes("\"word"),
            "\"word",
            "one quote at the start is no pair"
        );
        assert_eq!(
            trim_quotes("word\""),
            "word\"",
            "one quote at the end is no pair"
        );
        assert_eq!(trim_quotes("\"\""), "", "a pair around nothing");
        assert_eq!(trim_quotes(""), "");
    }

    #[test]
    fn one_quote_alone_is_no_pair() {
        assert_eq!(
            trim_quotes("\""),
            "\"",
            "the same quote cannot stand at both ends"
        );
    }

    #[test]
    fn trim_quotes_takes_off_one_pair_only() {
        assert_eq!(
            trim_quotes("\"\"word\"\""),
            "\"word\"",
            "the inner pair belongs to the text"
        );
    }

    #[test]
    fn trim_quotes_keeps_any_characters() {
        let mut rng = ::kit::Rng::salted("slices_not_copies: quotes");
        for len in 0..20 {
            let word = rng.text(len);
            assert_eq!(trim_quotes(&format!("\"{word}\"")), word);
            assert_eq!(trim_quotes(&word), word, "there are no quotes to take off");
        }
    }

    #[test]
    fn between_finds_the_first_part() {
        assert_eq!(read(between("f(x) + g(y)", '(', ')')).as_deref(), Some("x"));
        assert_eq!(
            read(between("1) see (below)", '(', ')')).as_deref(),
            Some("below"),
            "a mark before it is no end"
        );
        assert_eq!(
            read(between("|a|b|", '|', '|')).as_deref(),
            Some("a"),
            "both marks may be alike"
        );
        assert_eq!(
            read(between("f()", '(', ')')).as_deref(),
            Some(""),
            "an empty part is a part"
        );
    }

    #[test]
    fn between_is_none_where_a_mark_is_missing() {
        for text in ["", "x", "x)", "(x", ")x(", "("] {
            assert_eq!(read(between(text, '(', ')')), None, "no part in {text:?}");
        }
        assert_eq!(
            read(between("a|b", '|', '|')),
            None,
            "one mark cannot be both"
        );
    }

    #[test]
    fn between_takes_marks_of_several_bytes() {
        let mut rng = ::kit::Rng::salted("slices_not_copies: marks");
        assert_eq!(read(between("«é»", '«', '»')).as_deref(), Some("é"));
        for len in 0..20 {
            let (before, part, after) = (rng.text(3), rng.text(len), rng.text(3));
            let text = format!("{before}🌖{part}🌘{after}");
            assert_eq!(
                read(between(&text, '🌖', '🌘')),
                Some(part),
                "the part of {text:?}"
            );
        }
    }

    #[test]
    fn fields_are_parted_trimmed_and_unquoted() {
        assert_eq!(read_all("name;é"), ["name", "é"]);
        assert_eq!(
            read_all(" name ;\tvalue  "),
            ["name", "value"],
            "without white space at the ends"
        );
        assert_eq!(
            read_all("name ; \" value \" "),
            ["name", " value "],
            "what the quotes hold stays as it is"
        );
        assert_eq!(
            read_all("a;; ;\"\";"),
            ["a", "", "", "", ""],
            "a field may be empty, the last one too"
        );
    }

    #[test]
    fn fields_hold_any_characters() {
        let mut rng = ::kit::Rng::salted("slices_not_copies: fields");
        for count in 1..8 {
            let values: Vec<String> = (0..count).map(|_| rng.text(6)).collect();
            let quoted: Vec<String> = values.iter().map(|value| format!(" \"{value}\"")).collect();
            assert_eq!(read_all(&quoted.join(" ;")), values);
        }
    }

    #[test]
    fn each_part_is_a_view_of_the_text() {
        fn assert_view(text: &str, part: impl AsRef<str>) {
            let part = part.as_ref();
            assert!(
                ::kit::inside(text, part),
                "{part:?} is a copy that was made, not a part of {text:?}"
            );
        }
        let text = String::from("\"Zoë\" ; «a remark» ; x\nsecond line");
        assert_view(&text, first_line(&text));
        assert_view(&text, trim_quotes(&text));
        assert_view(&text[..6], trim_quotes(&text[..6]));
        assert_view(
            &text,
            between(&text, '«', '»').expect("this text has such a part"),
        );
        for field in fields(&text) {
            assert_view(&text, field);
        }
    }
}
