//! What Miri interprets: the learner's part and ours with a plain `main` behind them, because interpreting the
//! test harness takes twenty times as long. It works on text alone; line numbers stay true.

use std::fmt::Write;
use std::ops::Range;

use proc_macro2::{TokenStream, TokenTree};

use crate::check::Sheet;

/// One test of ours, as the generated `main` calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Test {
    path: String,
    panics: bool,
}

/// A piece of text to be put in the place of another.
type Edit = (Range<usize>, &'static str);

/// The program that runs all tests of ours, one after the other, and says behind each step how far it came.
#[must_use]
pub fn tests(sheet: &Sheet, nonce: &str) -> String {
    let (mut text, tests) = body(sheet);
    let _ = write!(
        text,
        "\nmod zz_{nonce} {{\n    pub fn test<T: ::std::process::Termination>(name: &str, panics: bool, test: fn() -> T) {{\n        \
         ::std::println!(\"{nonce} begins {{name}}\");\n        \
         let fine = if panics {{ ::std::panic::catch_unwind(test).is_err() }} else {{ \
         test().report() == ::std::process::ExitCode::SUCCESS }};\n        \
         if !fine {{ ::std::panic!(\"the test returned an error, or did not panic where it should\") }}\n    }}\n}}\n\
         fn main() {{\n"
    );
    for test in tests {
        let _ = writeln!(text, "    zz_{nonce}::test(\"{0}\", {1}, {0});", test.path, test.panics);
    }
    // Begins with a line feed: what a test printed last may have none.
    let _ = writeln!(text, "    ::std::println!(\"\\n{nonce} ended\");\n}}");
    text
}

/// The program that calls the one function whose name is its argument, and prints what it answers.
#[must_use]
pub fn witnesses<'n>(sheet: &Sheet, names: impl IntoIterator<Item = &'n str>, nonce: &str) -> String {
    let (mut text, _) = body(sheet);
    let _ = write!(
        text,
        "\nmod zz_{nonce} {{\n    pub fn witness<T: ::std::fmt::Debug>(witness: fn() -> T) {{\n        \
         let answer = witness();\n        ::std::println!(\"\\n{nonce} answers {{answer:?}}\");\n    }}\n}}\n\
         fn main() {{\n    match ::std::env::args().nth(1).as_deref() {{\n"
    );
    for name in names {
        let _ = writeln!(text, "        Some(\"{name}\") => zz_{nonce}::witness({name}),");
    }
    text.push_str("        _ => {}\n    }\n}\n");
    text
}

/// Both parts, with our tests turned into functions that the end of the file can call.
fn body(sheet: &Sheet) -> (String, Vec<Test>) {
    let (theirs, ours) = sheet.text.split_at(sheet.theirs.len());
    let mut tests = Vec::new();
    let mut edits = Vec::new();
    if let Ok(stream) = ours.parse::<TokenStream>() {
        walk(stream, "", &mut edits, &mut tests);
    }
    let ours = edited(ours, edits);
    (edited(theirs, their_main(theirs)) + &ours, tests)
}

/// A `main` of theirs steps aside: a word of the same length, so that columns stay true as well.
fn their_main(theirs: &str) -> Vec<Edit> {
    let Ok(stream) = theirs.parse::<TokenStream>() else { return Vec::new() };
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let found = trees.windows(2).find(|pair| is(&pair[0], "fn") && is(&pair[1], "main"));
    found.map(|pair| (pair[1].span().byte_range(), "ma_n")).into_iter().collect()
}

/// Without the harness `#[test]` would take the function away: the attribute becomes blanks, and what is private
/// becomes visible.
fn walk(stream: TokenStream, prefix: &str, edits: &mut Vec<Edit>, tests: &mut Vec<Test>) {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut attributes: Vec<(String, Range<usize>)> = Vec::new();
    for place in 0..trees.len() {
        let open = |edits: &mut Vec<Edit>| {
            if place == 0 || !is(&trees[place - 1], "pub") {
                let start = trees[place].span().byte_range().start;
                edits.push((start..start, "pub "));
            }
        };
        match &trees[place..] {
            [TokenTree::Punct(hash), TokenTree::Group(group), ..] if hash.as_char() == '#' => {
                let range = hash.span().byte_range().start..group.span().byte_range().end;
                attributes.push((group.stream().to_string(), range));
            }
            [keyword, TokenTree::Ident(name), ..] if is(keyword, "fn") => {
                let has = |word: &str| attributes.iter().find(|(text, _)| text.starts_with(word));
                if let Some((_, range)) = attributes.iter().find(|(text, _)| text == "test") {
                    edits.push((range.clone(), "       "));
                    open(edits);
                    let panics = has("should_panic").is_some();
                    tests.push(Test { path: format!("{prefix}{name}"), panics });
                }
                attributes.clear();
            }
            [keyword, TokenTree::Ident(name), TokenTree::Group(inside), ..] if is(keyword, "mod") => {
                open(edits);
                attributes.clear();
                walk(inside.stream(), &format!("{prefix}{name}::"), edits, tests);
            }
            [TokenTree::Punct(end), ..] if end.as_char() == ';' => attributes.clear(),
            _ => {}
        }
    }
}

fn is(tree: &TokenTree, word: &str) -> bool {
    matches!(tree, TokenTree::Ident(ident) if ident == word)
}

fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    let mut text = text.to_owned();
    edits.sort_by_key(|(range, _)| range.start);
    for (range, new) in edits.into_iter().rev() {
        text.replace_range(range, new);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::exercise;
    use crate::curriculum::Format;

    fn sheet(theirs: &str, ours: &str) -> Sheet {
        let line = crate::check::sheet::LINE;
        let start = format!("{theirs}{line}\n{ours}");
        Sheet::new(&exercise(), Format::Two, &start, &start)
    }

    #[test]
    fn our_tests_are_called_by_name_and_lines_stay_true() {
        let ours = "#[cfg(test)]\nmod checks {\n    use super::*;\n    #[test]\n    fn one() {}\n    fn not_a_test() {}\n    \
                    #[test]\n    #[should_panic(expected = \"x\")]\n    fn two() {}\n    mod deep {\n        #[test]\n        fn three() {}\n    }\n}\n";
        let sheet = sheet("fn sum() {}\n#[cfg(test)]\nmod mine { #[test] fn theirs() {} }\n", ours);
        let text = tests(&sheet, "c0ffee");
        for (number, (before, after)) in sheet.text.lines().zip(text.lines()).enumerate() {
            let same = before.replace("#[test]", "       ");
            let opened = same.replacen("fn ", "pub fn ", 1);
            assert!(
                [before, &same, &opened, &before.replacen("mod ", "pub mod ", 1)].contains(&after),
                "{number}: {after}"
            );
        }
        let calls: Vec<&str> =
            text.lines().filter(|line| line.contains("zz_c0ffee::test(")).map(str::trim).collect();
        assert_eq!(
            calls,
            [
                "zz_c0ffee::test(\"checks::one\", false, checks::one);",
                "zz_c0ffee::test(\"checks::two\", true, checks::two);",
                "zz_c0ffee::test(\"checks::deep::three\", false, checks::deep::three);",
            ]
        );
        assert_eq!(text.matches("#[test]").count(), 1, "the attribute would take our tests away: {text}");
        assert!(text.contains("mod mine { #[test] fn theirs() {} }"), "theirs stay as they are");
    }

    #[test]
    fn a_main_of_theirs_steps_aside_and_words_in_strings_do_not() {
        let sheet = sheet("const A: &str = \"fn main é\";\nfn main() {}\n", "mod checks {}\n");
        let text = tests(&sheet, "c0ffee");
        assert!(text.contains("\"fn main é\";\nfn ma_n() {}\n"), "{text}");
        assert_eq!(text.matches("fn main()").count(), 1);
    }

    #[test]
    fn a_witness_is_chosen_by_its_name() {
        let text = witnesses(&sheet("fn stale() {}\n", "mod checks {}\n"), ["stale"], "c0ffee");
        assert!(text.contains("Some(\"stale\") => zz_c0ffee::witness(stale),"), "{text}");
    }

    #[test]
    fn text_that_is_no_rust_is_left_for_the_compiler_to_refuse() {
        let text = tests(&sheet("fn broken( {\n", "mod checks {}\n"), "c0ffee");
        assert!(text.starts_with("fn broken( {\n"));
    }
}
