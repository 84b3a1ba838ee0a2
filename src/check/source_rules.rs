//! What the learner's source may not hold, and which tests ours holds, both found by tokens: words in
//! comments and strings never count. Against the lazy and the mistaken, not against malware: a macro
//! that builds a name from pieces passes here. It must not judge behaviour.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::tokens;

/// A reason not to run this source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The word that `permit` would allow: `exit`, `unsafe`, `allow` …
    pub fact: &'static str,
    /// The line it stands on.
    pub line: usize,
    /// What to tell the learner.
    pub says: String,
}

/// Names that our part relies on.
const RESERVED: [&str; 12] = [
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "matches",
    "panic",
    "unreachable",
    "test",
    "kit",
    "checks",
    "std",
];

const ASKS_FOR_MIRI: &str = "the code must be the same under Miri as without it";

/// Everything in the learner's part that is refused and not permitted, in source order. Text that is
/// not even a sequence of tokens has none: the compiler says better what is wrong with it.
#[must_use]
pub fn refusals(source: &str, permit: &BTreeSet<String>) -> Vec<Refusal> {
    let Ok(stream) = source.parse::<TokenStream>() else { return Vec::new() };
    let mut found = Vec::new();
    walk(stream, true, &mut found);
    found.retain(|refusal| !permit.contains(refusal.fact));
    found.sort_by_key(|refusal| refusal.line);
    found.dedup();
    found
}

fn walk(stream: TokenStream, top: bool, found: &mut Vec<Refusal>) {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    for place in 0..trees.len() {
        let here = &trees[place..];
        attribute(here, top, found);
        path_to_exit(here, found);
        shadowing(here, found);
        plain_words(here, found);
        if let TokenTree::Group(group) = &trees[place] {
            walk(group.stream(), false, found);
        }
    }
}

fn refuse(found: &mut Vec<Refusal>, fact: &'static str, at: &TokenTree, says: impl Into<String>) {
    found.push(Refusal { fact, line: at.span().start().line, says: says.into() });
}

/// `#[…]` and `#![…]`.
fn attribute(here: &[TokenTree], top: bool, found: &mut Vec<Refusal>) {
    let (inner, group) = match here {
        [hash, TokenTree::Group(group), ..] if is_punct(hash, '#') => (false, group),
        [hash, bang, TokenTree::Group(group), ..] if is_punct(hash, '#') && is_punct(bang, '!') => {
            (true, group)
        }
        _ => return,
    };
    if group.delimiter() != Delimiter::Bracket {
        return;
    }
    if inner && top && tokens::doc_comment(here).is_none() {
        refuse(found, "attributes", &here[0], "`#![…]` speaks for the whole file, our checks included");
    }
    for word in idents(group.stream()) {
        match word.as_str() {
            "allow" | "expect" => refuse(
                found,
                "allow",
                &here[0],
                format!("`#[{word}]` silences the lint instead of answering it"),
            ),
            "path" => refuse(found, "path", &here[0], "`#[path]` brings in another file unseen"),
            "miri" => refuse(found, "miri", &here[0], ASKS_FOR_MIRI),
            "ignore" => refuse(found, "ignore", &here[0], "`#[ignore]` keeps a test from running"),
            _ => {}
        }
    }
}

/// `process::exit`, `process::{…, exit}`, `process::*`, and `process as …`, which hides it.
fn path_to_exit(here: &[TokenTree], found: &mut Vec<Refusal>) {
    let [first, rest @ ..] = here else { return };
    if !is_ident(first, "process") {
        return;
    }
    let reaches = match rest {
        [a, b, next, ..] if is_punct(a, ':') && is_punct(b, ':') => match next {
            TokenTree::Ident(word) => word == "exit" || word == "abort",
            TokenTree::Punct(star) => star.as_char() == '*',
            TokenTree::Group(group) => idents(group.stream()).iter().any(|w| w == "exit" || w == "abort"),
            TokenTree::Literal(_) => false,
        },
        [renamed, ..] => is_ident(renamed, "as"),
        [] => false,
    };
    if reaches {
        let says = "ending the whole process would end the tests before they have said anything";
        refuse(found, "exit", first, says);
    }
}

/// A macro, module or import that takes a name our part relies on.
fn shadowing(here: &[TokenTree], found: &mut Vec<Refusal>) {
    let name = match here {
        [keyword, bang, TokenTree::Ident(name), ..]
            if is_ident(keyword, "macro_rules") && is_punct(bang, '!') =>
        {
            name
        }
        [keyword, TokenTree::Ident(name), ..] if is_ident(keyword, "mod") || is_ident(keyword, "as") => name,
        _ => return,
    };
    if let Some(reserved) = RESERVED.iter().find(|reserved| name == *reserved) {
        let says = format!("the checks below the line use the name `{reserved}`; please take another one");
        refuse(found, "shadow", &here[0], says);
    }
}

fn plain_words(here: &[TokenTree], found: &mut Vec<Refusal>) {
    match here {
        [word, ..] if is_ident(word, "unsafe") => {
            refuse(found, "unsafe", word, "this one can be solved without `unsafe`");
        }
        [word, bang, ..] if is_ident(word, "include") && is_punct(bang, '!') => {
            refuse(found, "include", word, "`include!` brings in another file unseen");
        }
        [word, bang, TokenTree::Group(group), ..]
            if is_ident(word, "cfg")
                && is_punct(bang, '!')
                && idents(group.stream()).iter().any(|word| word == "miri") =>
        {
            refuse(found, "miri", word, ASKS_FOR_MIRI);
        }
        _ => {}
    }
}

fn is_punct(tree: &TokenTree, wanted: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

fn is_ident(tree: &TokenTree, wanted: &str) -> bool {
    matches!(tree, TokenTree::Ident(ident) if ident == wanted)
}

fn idents(stream: TokenStream) -> Vec<String> {
    let mut found = Vec::new();
    for tree in stream {
        match tree {
            TokenTree::Ident(ident) => found.push(ident.to_string()),
            TokenTree::Group(group) => found.extend(idents(group.stream())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    found
}

/// The tests in a piece of source, as the harness names them: `checks::adds_two_numbers`.
#[must_use]
pub fn test_names(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let Ok(stream) = source.parse::<TokenStream>() {
        collect_tests(stream, "", &mut found);
    }
    found
}

fn collect_tests(stream: TokenStream, prefix: &str, found: &mut Vec<String>) {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut marked = false;
    for (place, tree) in trees.iter().enumerate() {
        match &trees[place..] {
            [hash, TokenTree::Group(group), ..] if is_punct(hash, '#') => {
                marked |= group.stream().to_string() == "test";
            }
            [keyword, TokenTree::Ident(name), ..] if is_ident(keyword, "fn") => {
                if marked {
                    found.push(format!("{prefix}{name}"));
                }
                marked = false;
            }
            [keyword, TokenTree::Ident(name), TokenTree::Group(body), ..] if is_ident(keyword, "mod") => {
                collect_tests(body.stream(), &format!("{prefix}{name}::"), found);
            }
            _ => {}
        }
        if is_punct(tree, ';') {
            marked = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(source: &str) -> Vec<&'static str> {
        refusals(source, &BTreeSet::new()).into_iter().map(|refusal| refusal.fact).collect()
    }

    #[test]
    fn what_would_fool_the_checks_is_refused() {
        for (source, fact) in [
            ("fn f() { std::process::exit(0) }", "exit"),
            ("use std::process::{Command, exit};", "exit"),
            ("use std::process::*;", "exit"),
            ("use std::process as p;", "exit"),
            ("#[path = \"other.rs\"] mod other;", "path"),
            ("#![cfg(any())]", "attributes"),
            ("include!(\"other.rs\");", "include"),
            ("#[ignore] fn f() {}", "ignore"),
            ("#[allow(dead_code)] fn f() {}", "allow"),
            ("#[cfg_attr(all(), allow(dead_code))] fn f() {}", "allow"),
            ("fn f() { unsafe {} }", "unsafe"),
            ("macro_rules! assert_eq { ($($t:tt)*) => {} }", "shadow"),
            ("mod checks {}", "shadow"),
            ("mod kit {}", "shadow"),
            ("use helper as panic;", "shadow"),
            ("#[cfg(not(miri))] fn f() {}", "miri"),
            ("fn f() { if cfg!(miri) { return } }", "miri"),
        ] {
            assert_eq!(facts(source), [fact], "{source}");
        }
    }

    #[test]
    fn words_in_comments_strings_and_other_places_are_free() {
        for source in [
            "// process::exit(0) and unsafe",
            "fn f() -> &'static str { \"#[ignore] unsafe\" }",
            "fn exit() {} fn f() { exit() }",
            "fn process(path: &str, ignore: bool) {}",
            "fn f() { assert_eq!(1, 1); panic!() }",
            "use std::process::Command;",
            "fn miri(cfg: bool) { if !cfg { miri(true) } }",
            "//! What this file is about: unsafe things.\nfn f() {}",
        ] {
            assert_eq!(facts(source), Vec::<&str>::new(), "{source}");
        }
    }

    #[test]
    fn what_is_permitted_passes_and_lines_are_told() {
        let permit = BTreeSet::from(["unsafe".to_owned()]);
        assert_eq!(refusals("fn f() { unsafe {} }", &permit), []);
        assert_eq!(refusals("\n\nfn f() { unsafe {} }", &BTreeSet::new())[0].line, 3);
    }

    #[test]
    fn tests_are_found_with_their_modules_and_nothing_else_is() {
        let source = "mod checks { use super::*; fn helper() {} #[test] fn one() {} \
                      #[test] #[should_panic] fn two() {} mod deep { #[test] fn three() {} } }";
        assert_eq!(test_names(source), ["checks::one", "checks::two", "checks::deep::three"]);
    }
}
