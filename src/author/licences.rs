//! Under which terms the crates of a set may be used (R29). The terms stand in a file beside the set, so that the rule needs
//! neither a network nor a tool; whether they are those of the manifests, the gate asks cargo. It must not judge exercises.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::rules;
use crate::check::package::Files;
use crate::curriculum::crates::{LOCK, Locked, TABLE, locked};
use crate::message::Finding;

/// The file's name: `"regex 1.13.2" = "MIT OR Apache-2.0"`, a line for each crate of the lock file.
pub const FILE: &str = "licences.toml";

/// What asks for no more than a notice, so that learners may do with their programs what they like.
const ALLOWED: [&str; 11] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// R29, over the whole set: the terms of each crate of the lock file are known, and allowed.
#[must_use]
pub fn terms(crates: &Files, licences: Option<&str>) -> Vec<Finding> {
    let (Some(_), Some(lock)) = (crates.get(Path::new(TABLE)), crates.get(Path::new(LOCK))) else {
        return Vec::new();
    };
    let known: BTreeMap<String, String> =
        licences.and_then(|text| toml::from_str(text).ok()).unwrap_or_default();
    let labels: BTreeSet<String> = locked(&String::from_utf8_lossy(lock)).iter().map(Locked::label).collect();
    let finding = |what: String, mend: &str| Finding {
        rule: "R29",
        weight: rules::weight("R29"),
        of: "crates".to_owned(),
        file: FILE.into(),
        line: None,
        what,
        mend: mend.to_owned(),
    };
    let mut found = Vec::new();
    for label in &labels {
        match known.get(label) {
            None => found.push(finding(
                format!("under which terms `{label}` may be used is not said"),
                "write down what `cargo metadata` says of it",
            )),
            Some(terms) if !is_allowed(terms) => found.push(finding(
                format!("`{label}` comes under {terms}"),
                "take another crate: learners may do with their programs what they like",
            )),
            Some(_) => {}
        }
    }
    found
}

/// Whether an SPDX expression can be kept with the allowed terms alone. What cannot be read is not.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    any(&mut rest) == Some(true) && rest.is_empty()
}

/// One of several: `a OR b`.
fn any(rest: &mut &[&str]) -> Option<bool> {
    let mut allowed = all(rest)?;
    while let [word, after @ ..] = *rest
        && *word == "OR"
    {
        *rest = after;
        allowed |= all(rest)?;
    }
    Some(allowed)
}

/// All of several: `a AND b`, which binds closer.
fn all(rest: &mut &[&str]) -> Option<bool> {
    let mut allowed = one(rest)?;
    while let [word, after @ ..] = *rest
        && *word == "AND"
    {
        *rest = after;
        allowed &= one(rest)?;
    }
    Some(allowed)
}

/// A name, with its exception, which only ever allows more; or an expression in brackets.
fn one(rest: &mut &[&str]) -> Option<bool> {
    let [word, after @ ..] = *rest else { return None };
    *rest = after;
    if *word == "(" {
        let allowed = any(rest)?;
        let [")", after @ ..] = *rest else { return None };
        *rest = after;
        return Some(allowed);
    }
    if let ["WITH", _, after @ ..] = *rest {
        *rest = after;
    }
    Some(ALLOWED.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_read_as_it_is_meant() {
        for fine in [
            "MIT",
            "MIT/Apache-2.0",
            "MIT OR GPL-3.0-only",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT",
            "GPL-3.0-only AND MIT OR Zlib",
        ] {
            assert!(is_allowed(fine), "{fine}");
        }
        for not in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "", "MIT OR", "(MIT", "MIT)", "MIT Zlib"] {
            assert!(!is_allowed(not), "{not}");
        }
    }

    #[test]
    fn each_crate_of_the_lock_file_has_to_have_allowed_terms() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = \"registry+x\"\n\n\
             [[package]]\nname = \"b\"\nversion = \"2.0.0\"\nsource = \"registry+x\"\n";
        let crates: Files =
            [(TABLE.into(), Vec::new()), (LOCK.into(), lock.as_bytes().to_vec())].into_iter().collect();
        let said = |licences: Option<&str>| -> Vec<String> {
            terms(&crates, licences).into_iter().map(|finding| finding.what).collect()
        };
        assert_eq!(said(None).len(), 2);
        assert_eq!(said(Some("\"a 1.0.0\" = \"MIT\"\n\"b 2.0.0\" = \"ISC\"\n")), Vec::<String>::new());
        let one = said(Some("\"a 1.0.0\" = \"MIT\"\n\"b 2.0.0\" = \"AGPL-3.0-only\"\n"));
        assert_eq!(one, ["`b 2.0.0` comes under AGPL-3.0-only"]);
        assert!(terms(&Files::new(), None).is_empty(), "a set without crates owes nothing");
    }
}
