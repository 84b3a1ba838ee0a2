//! Rules for the facts that an exercise demands: named once, of one kind, in tokens that can be read, and
//! looked for by a check. They must not know how a fact is found.

use std::collections::BTreeSet;

use toml::Spanned;

use super::signature::{is_error_code, is_fact, is_path};
use super::{At, offer, texts};
use crate::curriculum::raw::{RawEmitFact, RawExercise, RawSourceFact, Word};

const KINDS: &[&str] = &["asm", "mir", "symbols"];
const ARCHES: &[&str] = &["aarch64", "arm", "riscv64", "s390x", "x86", "x86_64"];

/// Everything about the facts of one exercise.
pub(super) fn judge(raw: &RawExercise, at: &mut At<'_>) {
    belongs_together(raw, at);
    let mut names = BTreeSet::new();
    for fact in &raw.source {
        name(&fact.fact, &mut names, at);
        source(fact, at);
    }
    names.clear();
    for fact in &raw.emit {
        name(&fact.fact, &mut names, at);
        emit(fact, at);
    }
    each(&raw.doc.examples, is_path, "the name of an item", "write it as rustdoc does, `Ledger::open`", at);
    each(&raw.doc.refusals, is_error_code, "an error code", "write it as in `E0382`", at);
}

/// A check without facts would pass whatever is written; facts without their check are never looked at.
fn belongs_together(raw: &RawExercise, at: &mut At<'_>) {
    let doc = raw.doc.examples.first().or(raw.doc.refusals.first());
    let facts = [
        ("source", raw.source.first().map(|fact| &fact.fact), true),
        ("emit", raw.emit.first().map(|fact| &fact.fact), true),
        ("doc", doc, false),
    ];
    for (check, first, wanted) in facts {
        let word = raw.checks.get_ref().iter().find(|word| word.get_ref() == check);
        match (word, first) {
            (Some(word), None) if wanted => {
                let what = format!("the check `{check}` has no facts to look for");
                at.say(
                    word.span(),
                    what,
                    format!("add a table `[[exercises.{check}]]`, or take the word out"),
                );
            }
            (None, Some(fact)) => {
                let what = format!("no check looks at the facts in `{check}`");
                at.say(fact.span(), what, format!("add \"{check}\" to `checks`"));
            }
            _ => {}
        }
    }
}

fn name<'a>(word: &'a Word, taken: &mut BTreeSet<&'a str>, at: &mut At<'_>) {
    let text = word.get_ref();
    if !is_fact(text) {
        at.say(
            word.span(),
            format!("`{text}` is not the name of a fact"),
            "use letters, digits, `_` and `-`",
        );
    } else if !taken.insert(text) {
        at.say(word.span(), format!("there are two facts `{text}`"), "give each its own name");
    }
}

fn source(fact: &RawSourceFact, at: &mut At<'_>) {
    let same = fact.same_as_start.as_ref().is_some_and(|same| *same.get_ref());
    let rules = [fact.require.is_some(), fact.forbid.is_some(), fact.tokens.is_some(), same];
    if rules.into_iter().filter(|&there| there).count() != 1 {
        let what = format!("the fact `{}` has not exactly one rule", fact.fact.get_ref());
        let help = "give it one of `require`, `forbid`, `tokens`, `same_as_start = true`";
        at.say(fact.fact.span(), what, help);
    }
    let lists = [("require", &fact.require), ("forbid", &fact.forbid)];
    for (key, list) in lists {
        if let Some(list) = list.as_ref().filter(|list| list.get_ref().is_empty()) {
            at.say(list.span(), format!("`{key}` names nothing"), "write down at least one row of tokens");
        }
    }
    if let Some(most) = fact.most.as_ref().filter(|_| fact.forbid.is_none()) {
        at.say(most.span(), "`most` says how often something of `forbid` may stand", "take it out");
    }
    if let Some(first) = fact.but_for.first().filter(|_| !same) {
        at.say(first.span(), "`but_for` belongs to `same_as_start`", "take it out");
    }
    if let Some(tokens) = fact.tokens.as_ref().filter(|tokens| !(1..=100_000).contains(tokens.get_ref())) {
        at.say(tokens.span(), "this is no budget of tokens", "choose a number from 1 to 100000");
    }
    let patterns = lists.iter().filter_map(|(_, list)| list.as_ref()).flat_map(Spanned::get_ref);
    for pattern in patterns.chain(&fact.but_for).chain(&fact.within) {
        is_pattern(pattern, at);
    }
    says(fact.says.as_ref(), at);
}

/// A row of tokens that Rust's own reader takes apart.
fn is_pattern(word: &Word, at: &mut At<'_>) {
    let text = word.get_ref();
    // Long enough for a signature; a deep nest of brackets would cost the reader its stack.
    let read = text.len() <= 400 && text.parse::<proc_macro2::TokenStream>().is_ok_and(|s| !s.is_empty());
    if !read {
        let what = format!("`{text}` is not a row of Rust tokens");
        at.say(word.span(), what, "close every bracket and quote; a comment is no token");
    }
}

fn emit(fact: &RawEmitFact, at: &mut At<'_>) {
    let kind = fact.kind.get_ref().as_str();
    if !KINDS.contains(&kind) {
        at.say(
            fact.kind.span(),
            format!("nothing is emitted as `{kind}`"),
            offer(kind, KINDS.iter().copied()),
        );
    }
    if fact.contains.is_empty() && fact.absent.is_empty() {
        let what = format!("the fact `{}` asks for nothing", fact.fact.get_ref());
        at.say(fact.fact.span(), what, "name what it `contains`, or what is `absent`");
    }
    if let Some(function) = &fact.function {
        if !is_path(function.get_ref()) {
            let what = format!("`{}` is not a function's name", function.get_ref());
            at.say(function.span(), what, "write it as a path in the file, as in `total` or `Ring::push`");
        } else if kind == "symbols" {
            at.say(function.span(), "symbols are those of the whole file", "take `function` out");
        }
    }
    for text in fact.contains.iter().chain(&fact.absent) {
        texts::line(text, "what to look for", at);
    }
    for arch in fact.arch.iter().filter(|arch| !ARCHES.contains(&arch.get_ref().as_str())) {
        let what = format!("there is no architecture `{}`", arch.get_ref());
        at.say(arch.span(), what, offer(arch.get_ref(), ARCHES.iter().copied()));
    }
    says(fact.says.as_ref(), at);
}

fn says(text: Option<&Word>, at: &mut At<'_>) {
    if let Some(text) = text {
        texts::line(text, "what the learner is told", at);
    }
}

fn each(words: &[Word], fits: impl Fn(&str) -> bool, of: &str, help: &str, at: &mut At<'_>) {
    for word in words.iter().filter(|word| !fits(word.get_ref())) {
        at.say(word.span(), format!("`{}` is not {of}", word.get_ref()), help);
    }
}
