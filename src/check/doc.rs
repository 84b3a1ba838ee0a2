//! `doc`: documentation that is there, links that lead somewhere, examples that hold. rustdoc runs the
//! examples; the error codes that `compile_fail` examples name are compared here, since stable rustdoc takes any
//! error for the right one. It must not judge style.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::PathBuf;

use super::build::{self, Variant};
use super::diagnostics::{self, Diagnostic, Level};
use super::examples::{self, End, Example, Tried};
use super::run::abnormal_end;
use super::source_rules::refusals;
use super::tokens::{self, Kind};
use super::{Check, Context, Judgement, Step, Verdict, harness};
use crate::curriculum::Exercise;
use crate::process::{CommandSpec, Confine, Exit, Finished};
use crate::toolchain::Tool;

/// Memory that rustdoc and the compilers it starts may have, in MiB: they run the learner's code, and so
/// are limited as it is.
const RUSTDOC_MEMORY: u64 = 8 * 1024;

/// The check word `doc`.
pub struct Doc;

impl Check for Doc {
    fn name(&self) -> &'static str {
        "doc"
    }

    fn passes_when(&self) -> &'static str {
        "nothing public is undocumented, links lead somewhere, there are examples and all of them hold, none is ignored, and each `compile_fail` example is refused with every error code that it names; where the exercise says so, these items have an example that runs, and these codes are shown"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &[
            "missing_docs@<line>",
            "rustdoc::<lint>@<line>",
            "test:<item>",
            "no_tests",
            "source:compile_fail_<code>",
            "timed_out",
            "E0382@<line>",
        ]
    }

    fn tools(&self, _: &Exercise) -> Vec<Tool> {
        vec![Tool::Rustc, Tool::Rustdoc]
    }

    fn files(&self, cx: &Context<'_>) -> Vec<(PathBuf, Vec<u8>)> {
        let refused = refused(cx).into_iter();
        refused.enumerate().map(|(place, example)| (source(place), example.program().into_bytes())).collect()
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        let Some(variant) = Variant::all(cx, false).into_iter().next() else {
            return Step::Verdict(Judgement::of(Verdict::Failed, "the exercise has no edition to build for"));
        };
        let Some(built) = done.first() else {
            let out = library(cx);
            return Step::Run(vec![build::library(cx, variant, &["-o", &out])]);
        };
        if let Some(fault) = build::fault(cx, built) {
            return Step::Verdict(fault);
        }
        let Some(written) = done.get(1) else { return Step::Run(vec![write(cx, variant)]) };
        if let Some(bad) = lints(cx, written) {
            return Step::Verdict(bad);
        }
        let Some(ran) = done.get(2) else { return Step::Run(vec![run(cx, variant)]) };
        let tried = examples::tried(&ran.stdout.text(), &cx.exercise.path.to_string_lossy());
        if let Some(bad) = failed_examples(cx, ran, &tried) {
            return Step::Verdict(bad);
        }
        let refused = refused(cx);
        let compiled = &done[3.min(done.len())..];
        if compiled.len() < refused.len() {
            let rest = compiled.len()..refused.len();
            return Step::Run(rest.map(|place| compile(cx, variant, place)).collect());
        }
        let bad = wrong_codes(&refused, compiled, &tried).or_else(|| wanting(cx, &refused, &tried));
        Step::Verdict(bad.unwrap_or_else(Judgement::passed))
    }

    fn speaks_at_once(&self) -> bool {
        false
    }
}

/// The learner's part as a library, for the examples to use.
fn library(cx: &Context<'_>) -> String {
    format!("out/lib{}.rlib", cx.exercise.name)
}

fn source(place: usize) -> PathBuf {
    PathBuf::from(format!("out/examples/{place}.rs"))
}

/// The examples that say with which code they are refused.
fn refused(cx: &Context<'_>) -> Vec<Example> {
    let all = examples::read(&cx.sheet.theirs).into_iter();
    all.filter(|example| example.codes().next().is_some()).collect()
}

fn external(cx: &Context<'_>) -> [String; 2] {
    ["--extern".to_owned(), format!("{}={}", cx.exercise.name, library(cx))]
}

fn rustdoc(cx: &Context<'_>, variant: Variant<'_>, more: &[&str]) -> CommandSpec {
    let mut args: Vec<OsString> = vec![cx.exercise.path.clone().into()];
    let words = ["--edition", variant.edition, "--crate-name", &cx.exercise.name, "--crate-type", "lib"];
    args.extend(words.iter().chain(more).map(OsString::from));
    build::tool(cx, cx.tools.path(&Tool::Rustdoc).unwrap_or_else(|| "rustdoc".into()), args)
}

/// Writes the documentation, which is where links are looked up.
fn write(cx: &Context<'_>, variant: Variant<'_>) -> CommandSpec {
    let json = ["--error-format=json", "--json=diagnostic-rendered-ansi"];
    rustdoc(cx, variant, &[json[0], json[1], "-W", "missing_docs", "-o", "out/doc"])
}

/// Runs the examples. They are the learner's code: they get its limits in time, and end with rustdoc.
fn run(cx: &Context<'_>, variant: Variant<'_>) -> CommandSpec {
    let external = external(cx);
    let words = ["--test", &external[0], &external[1], "--test-args", "--test-threads=1"];
    let mut spec = rustdoc(cx, variant, &words);
    spec.timeout = cx.exercise.limits.build + cx.exercise.limits.run;
    spec.confine = Some(Confine { memory_mb: RUSTDOC_MEMORY.max(cx.exercise.limits.memory_mb) });
    // What it builds is gone with the scratch directory, even if it is ended from outside.
    spec.env.insert("TMPDIR".into(), cx.scratch.join("out").into());
    spec.env.insert("RUST_BACKTRACE".into(), "0".into());
    spec
}

fn compile(cx: &Context<'_>, variant: Variant<'_>, place: usize) -> CommandSpec {
    let mut spec = build::compile_other(cx, variant, &source(place), &format!("out/examples/{place}.rmeta"));
    spec.args.extend(external(cx).iter().map(OsString::from));
    spec.args.push("--emit=metadata".into());
    spec
}

/// What rustdoc remarks on the learner's part. The file as a whole needs no words: its header has some.
fn lints(cx: &Context<'_>, written: &Finished) -> Option<Judgement> {
    if let Some(fault) = build::fault(cx, written) {
        return Some(fault);
    }
    let mut found = diagnostics::read(&written.stderr.text());
    found.retain(|found| {
        let whole = found.message.starts_with("missing documentation for the crate");
        found.level == Level::Warning && found.line < cx.sheet.line && !whole && is_about_docs(found)
    });
    let reason = match found.len() {
        0 => return None,
        1 => "the documentation has one gap".to_owned(),
        count => format!("the documentation has {count} gaps"),
    };
    let signatures = diagnostics::signatures(&found);
    Some(Judgement::of(Verdict::Failed, reason).with_signatures(signatures).with_diagnostics(found))
}

fn is_about_docs(found: &Diagnostic) -> bool {
    found.code.as_ref().is_some_and(|code| code == "missing_docs" || code.starts_with("rustdoc::"))
}

fn failed_examples(cx: &Context<'_>, ran: &Finished, tried: &[Tried]) -> Option<Judgement> {
    if let Some(abnormal) = abnormal_end(cx, ran, " while the examples ran") {
        return Some(abnormal);
    }
    let stdout = ran.stdout.text();
    let of = |tried: &&Tried| format!("test:{}", tried.item);
    let bad: Vec<&Tried> = tried.iter().filter(|tried| tried.end == End::Failed).collect();
    if let Some(first) = bad.first() {
        let reason = format!("the example of `{}` in line {} does not hold", first.item, first.line);
        let name = format!("{} - {} (line {})", cx.exercise.path.display(), first.item, first.line);
        return Some(
            Judgement::of(Verdict::Failed, reason)
                .with_signatures(bad.iter().map(of))
                .with_detail(harness::printed_by(&stdout, &name)),
        );
    }
    let ignored: Vec<&Tried> = tried.iter().filter(|tried| tried.end == End::Ignored).collect();
    if let Some(first) = ignored.first() {
        let reason =
            format!("the example of `{}` in line {} is ignored, and shows nothing", first.item, first.line);
        return Some(Judgement::of(Verdict::Failed, reason).with_signatures(ignored.iter().map(of)));
    }
    if tried.is_empty() {
        let none = Judgement::of(Verdict::Failed, "there is no example in the documentation yet");
        return Some(none.with_signatures(["no_tests".to_owned()]));
    }
    (ran.exit != Exit::Code(0)).then(|| {
        Judgement::of(Verdict::Failed, "the examples were not run to the end")
            .with_signatures(["crashed".to_owned()])
            .with_detail(stdout.trim())
    })
}

/// Refused examples whose errors are others than they say.
fn wrong_codes(refused: &[Example], compiled: &[Finished], tried: &[Tried]) -> Option<Judgement> {
    let mut wrong = Vec::new();
    for (example, compiled) in refused.iter().zip(compiled) {
        if compiled.exit == Exit::Cancelled {
            return Some(Judgement::of(Verdict::Cancelled, ""));
        }
        let found: BTreeSet<String> = diagnostics::read(&compiled.stderr.text())
            .into_iter()
            .filter(|found| found.level == Level::Error)
            .filter_map(|found| found.code)
            .collect();
        if let Some(claimed) = example.codes().find(|code| !found.contains(*code)) {
            wrong.push((example.line, item(tried, example.line), claimed, found));
        }
    }
    let (line, item, claimed, found) = wrong.first()?;
    let found = found.iter().map(String::as_str).collect::<Vec<_>>().join(" and ");
    let found = if found.is_empty() { "errors without a code".to_owned() } else { found };
    let reason = format!(
        "the example of `{item}` in line {line} says that it is refused with {claimed}, and is refused with {found}"
    );
    let signatures = wrong.iter().map(|(_, item, ..)| format!("test:{item}"));
    Some(Judgement::of(Verdict::Failed, reason).with_signatures(signatures))
}

fn item(tried: &[Tried], line: usize) -> &str {
    tried.iter().find(|tried| tried.line == line).map_or("this file", |tried| &tried.item)
}

/// What the exercise asks for and nobody has written: examples of items, refusals.
fn wanting(cx: &Context<'_>, refused: &[Example], tried: &[Tried]) -> Option<Judgement> {
    let all = examples::read(&cx.sheet.theirs);
    let missing: Vec<&String> =
        cx.exercise.doc.examples.iter().filter(|name| !has_example(name, &all, tried)).collect();
    if let Some(first) = missing.first() {
        let reason = format!("`{first}` has no example that runs and uses it");
        let signatures = missing.iter().map(|name| format!("test:{name}"));
        return Some(Judgement::of(Verdict::Failed, reason).with_signatures(signatures));
    }
    // An example that never comes to this crate shows nothing about it.
    let theirs = |example: &&Example| says(&cx.exercise.name, &example.code);
    let shown: BTreeSet<&str> = refused.iter().filter(theirs).flat_map(Example::codes).collect();
    let missing: Vec<&String> =
        cx.exercise.doc.refusals.iter().filter(|code| !shown.contains(code.as_str())).collect();
    let first = missing.first()?;
    let reason = format!(
        "no example that uses this crate is refused with {first}: write one marked `compile_fail,{first}`"
    );
    let signatures = missing.iter().map(|code| format!("source:compile_fail_{code}"));
    Some(Judgement::of(Verdict::Failed, reason).with_signatures(signatures))
}

/// An example that ran, that names what it is about, and that did not end the process before it could fail.
fn has_example(name: &str, all: &[Example], tried: &[Tried]) -> bool {
    let word = name.rsplit("::").next().unwrap_or(name);
    let ran = tried.iter().filter(|tried| tried.item == name && tried.ran && tried.end == End::Ok);
    ran.filter_map(|tried| all.iter().find(|example| example.line == tried.line)).any(|example| {
        names(word, &example.code)
            && !refusals(&example.code, &BTreeSet::new()).iter().any(|refusal| refusal.fact == "exit")
    })
}

/// Whether code says this word, be it to bring it in.
fn says(word: &str, code: &str) -> bool {
    tokens::read(code)
        .is_ok_and(|tokens| tokens.iter().any(|token| token.kind == Kind::Ident && token.text == word))
}

/// Whether code says this word. Comments, texts and what is only brought in by `use` do not count.
fn names(word: &str, code: &str) -> bool {
    let Ok(tokens) = tokens::read(code) else { return false };
    let mut is_brought_in = false;
    tokens.iter().any(|token| {
        match token.text.as_str() {
            "use" => is_brought_in = true,
            ";" => is_brought_in = false,
            _ => {}
        }
        !is_brought_in && token.kind == Kind::Ident && token.text == word
    })
}

#[cfg(test)]
mod tests;
