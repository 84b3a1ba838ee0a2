//! Rules for how an exercise is judged: check words, tools, limits, options. They must not know what a
//! check does; its words are handed in.

use std::ops::RangeInclusive;

use toml::Spanned;

use super::exercise::Known;
use super::signature::is_lint;
use super::{At, offer};
use crate::curriculum::raw::{RawExercise, Word};

/// What may stand in `needs` beside `target:…`; a `?` behind it says that a weaker check stands in.
const NEEDS: &[&str] = &[
    "cc",
    "git",
    "linker",
    "linux-x86_64",
    "loom",
    "miri",
    "net",
    "nightly",
    "node",
    "perf",
    "qemu",
    "sh",
    "unix",
];

const EDITIONS: &[&str] = &["2015", "2018", "2021", "2024"];
const PROFILES: &[&str] = &["debug", "release"];

/// At least one check, each known, none twice.
pub(super) fn checks(raw: &RawExercise, known: &Known<'_>, at: &mut At<'_>) {
    let words = raw.checks.get_ref();
    if words.is_empty() {
        let help = "name at least one check word, such as `test`";
        at.say(raw.checks.span(), "an exercise without checks can never pass", help);
    }
    for (place, word) in words.iter().enumerate() {
        let text = word.get_ref();
        if !known.checks.contains(&text.as_str()) {
            let help = offer(text, known.checks.iter().copied());
            at.say(word.span(), format!("`{text}` is not a check word"), help);
        }
        once(words, place, "check word", at);
    }
}

/// Reports the word at this place if it stood before.
fn once(words: &[Word], place: usize, of: &str, at: &mut At<'_>) {
    // A list as long as that is no list of words; comparing each with each would take too long.
    let Some(word) = words.get(place).filter(|_| place < 100) else { return };
    if words.iter().take(place).any(|other| other.get_ref() == word.get_ref()) {
        let what = format!("the {of} `{}` stands here twice", word.get_ref());
        at.say(word.span(), what, "take one of them out");
    }
}

/// `miri`, `miri?`, `target:wasm32-unknown-unknown`, `cc` …
pub(super) fn needs(raw: &RawExercise, at: &mut At<'_>) {
    for need in &raw.needs {
        let text = need.get_ref();
        let tool = text.strip_suffix('?').unwrap_or(text);
        let triple = tool.strip_prefix("target:");
        let letter = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
        if !triple.is_some_and(|triple| triple.contains('-') && triple.chars().all(letter))
            && !NEEDS.contains(&tool)
        {
            let what = format!("`{text}` is not a tool that an exercise can need");
            let words = NEEDS.iter().copied().chain(["target:<triple>"]);
            at.say(need.span(), what, format!("{}; a `?` behind it means optional", offer(tool, words)));
        }
    }
}

/// Crates, features, lints and permits are words of their own kinds.
pub(super) fn words(raw: &RawExercise, at: &mut At<'_>) {
    let lint = |text: &str| match text.split_once("::") {
        Some((tool, name)) => matches!(tool, "clippy" | "rustdoc") && is_lint(name),
        None => is_lint(text),
    };
    each(&raw.crates, is_crate, "the name of a crate", "write it as in Cargo.toml", at);
    each(&raw.options.features, is_crate, "the name of a feature", "write it as in Cargo.toml", at);
    each(&raw.deny, lint, "a lint", "write `unused_mut` or `clippy::unwrap_used`", at);
    each(&raw.permit, is_lint, "a permit", "write a word such as `unsafe`, `exit` or `allow`", at);
    each(
        std::slice::from_ref(&raw.kind),
        is_lint,
        "a kind of exercise",
        "write a word such as `fix` or `todo`",
        at,
    );
}

fn is_crate(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.len() <= 64
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

/// Crates come from the set's own table, so that one lock file and one build serve them all.
pub(super) fn crates(raw: &RawExercise, known: &Known<'_>, at: &mut At<'_>) {
    for (place, word) in raw.crates.iter().enumerate() {
        let text = word.get_ref();
        if is_crate(text) && !known.crates.contains(text) {
            let what = format!("`{text}` is not in the set's dependency table");
            at.say(word.span(), what, "add it to crates/Cargo.toml.in and to crates/Cargo.lock");
        }
        once(&raw.crates, place, "crate", at);
    }
}

fn each(words: &[Word], fits: impl Fn(&str) -> bool, of: &str, help: &str, at: &mut At<'_>) {
    for word in words.iter().filter(|word| !fits(word.get_ref())) {
        at.say(word.span(), format!("`{}` is not {of}", word.get_ref()), help);
    }
}

/// Tier, minutes and steps.
pub(super) fn size(raw: &RawExercise, at: &mut At<'_>) {
    if !matches!(raw.tier.get_ref().as_str(), "A" | "B") {
        let what = format!("there is no tier `{}`", raw.tier.get_ref());
        at.say(raw.tier.span(), what, "write \"A\" (it gates what follows) or \"B\" (a deeper second pass)");
    }
    within(Some(&raw.minutes), 1..=600, "minutes", at);
    within(raw.step.as_ref(), 1..=99, "step", at);
    if let Some(carry) = &raw.carry {
        if carry.get_ref() != "previous" {
            let what = format!("nothing can be carried over from `{}`", carry.get_ref());
            at.say(carry.span(), what, "write carry = \"previous\", or leave the key out");
        } else if raw.step.is_none() {
            at.say(carry.span(), "only the step of a project starts from the previous one", "add `step = 2`");
        }
    }
}

/// Limits that a machine can keep and a person can wait for.
pub(super) fn limits(raw: &RawExercise, at: &mut At<'_>) {
    within(raw.limits.seconds.as_ref(), 1..=600, "seconds", at);
    within(raw.limits.build_seconds.as_ref(), 1..=3_600, "build_seconds", at);
    within(raw.limits.memory_mb.as_ref(), 16..=65_536, "memory_mb", at);
}

/// What multiplies the checks.
pub(super) fn options(raw: &RawExercise, at: &mut At<'_>) {
    for (list, known, of) in
        [(&raw.options.editions, EDITIONS, "edition"), (&raw.options.profiles, PROFILES, "profile")]
    {
        let Some(list) = list else { continue };
        if list.get_ref().is_empty() {
            let what = format!("no {of} is left to build with");
            at.say(list.span(), what, "name at least one, or leave the key out");
        }
        for (place, word) in list.get_ref().iter().enumerate() {
            if !known.contains(&word.get_ref().as_str()) {
                let what = format!("there is no {of} `{}`", word.get_ref());
                at.say(word.span(), what, offer(word.get_ref(), known.iter().copied()));
            }
            once(list.get_ref(), place, of, at);
        }
    }
    within(raw.options.seeds.as_ref(), 1..=1_000, "seeds", at);
}

/// A number within its bounds.
fn within<T>(value: Option<&Spanned<T>>, bounds: RangeInclusive<u64>, key: &str, at: &mut At<'_>)
where
    T: Copy + Into<u64>,
{
    let Some(value) = value else { return };
    let number: u64 = (*value.get_ref()).into();
    if !bounds.contains(&number) {
        at.say(
            value.span(),
            format!("`{key} = {number}` is out of range"),
            format!("choose a number from {} to {}", bounds.start(), bounds.end()),
        );
    }
}
