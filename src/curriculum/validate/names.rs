//! Rules for the names of stages, topics and exercises. They must not look at files.

use std::collections::HashMap;

use super::At;
use crate::curriculum::paths::is_device;
use crate::curriculum::raw::Word;

/// What a name must look like, in words.
const GRAMMAR: &str = "use 3 to 32 small letters, digits and `_`, with a letter first";

/// Names that cargo, rustc or our own commands take for something else.
const RESERVED: &[&str] = &[
    "all",
    "alloc",
    "build",
    "checks",
    "core",
    "deps",
    "examples",
    "incremental",
    "kit",
    "proc_macro",
    "std",
    "target",
    "test", // keywords
    "abstract",
    "async",
    "await",
    "become",
    "box",
    "break",
    "const",
    "continue",
    "crate",
    "dyn",
    "else",
    "enum",
    "extern",
    "false",
    "final",
    "for",
    "gen",
    "impl",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "pub",
    "ref",
    "return",
    "self",
    "static",
    "struct",
    "super",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
];

/// Whether this is `[a-z][a-z0-9_]{2,31}`.
pub(super) fn is_name(word: &str) -> bool {
    let rest = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    (3..=32).contains(&word.len())
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.chars().all(rest)
}

/// The id of a stage or topic: a name, and part of a directory's.
pub(in crate::curriculum) fn id(word: &Word, of: &str, at: &mut At<'_>) {
    let name = word.get_ref();
    if !is_name(name) {
        at.say(word.span(), format!("`{name}` cannot be the id of {of}"), GRAMMAR);
    } else if name == "all" || is_device(name) {
        at.say(
            word.span(),
            format!("`{name}` is reserved and cannot be the id of {of}"),
            "choose another id",
        );
    }
}

/// The name of an exercise: of a file, and of a crate.
pub(super) fn exercise(word: &Word, at: &mut At<'_>) {
    if let Err((what, help)) = may_be_called(word.get_ref()) {
        at.say(word.span(), what, help);
    }
}

/// Whether an exercise may have this name; what is wrong with it and what helps, where it may not.
pub fn may_be_called(name: &str) -> Result<(), (String, &'static str)> {
    if !is_name(name) {
        return Err((format!("`{name}` cannot be the name of an exercise"), GRAMMAR));
    }
    if is_device(name) {
        let what = format!("`{name}` is the name of a device on Windows and cannot be a file there");
        return Err((what, "choose another name"));
    }
    if RESERVED.contains(&name) {
        let what = format!("`{name}` means something to Rust, to cargo or to this program");
        return Err((what, "choose another name"));
    }
    Ok(())
}

/// All names given so far: an exercise, a topic and a stage must not answer to the same word.
#[derive(Debug, Default)]
pub(in crate::curriculum) struct Taken {
    by: HashMap<String, String>,
}

impl Taken {
    /// Notes a name. Where it is taken, says by whom; `whose` completes "the name of …".
    pub(in crate::curriculum) fn claim(
        &mut self,
        name: &str,
        whose: &str,
    ) -> Result<(), (String, &'static str)> {
        if let Some(first) = self.by.get(name) {
            let what = format!("the name `{name}` is given twice: it is already the name of {first}");
            return Err((what, "names, ids and former names are unique in a set; choose another one"));
        }
        self.by.insert(name.to_owned(), whose.to_owned());
        Ok(())
    }

    /// The same for a word of the file at hand, with the fault reported.
    pub(in crate::curriculum) fn claim_at(&mut self, word: &Word, whose: &str, at: &mut At<'_>) {
        if let Err((what, help)) = self.claim(word.get_ref(), whose) {
            at.say(word.span(), what, help);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_grammar() {
        for good in ["abc", "first_light", "a1_", "x".repeat(32).as_str()] {
            assert!(is_name(good), "{good}");
        }
        for bad in ["", "ab", "1abc", "_abc", "Abc", "a-b-c", "über", "a b", "x".repeat(33).as_str()] {
            assert!(!is_name(bad), "{bad}");
        }
    }
}
