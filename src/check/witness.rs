//! `witness`: the learner shows that something is unsound by making Miri report undefined behaviour of the class that
//! was asked for, or says that nothing can. It must not count a panic, an abort or a leak: all of them are defined.
//!
//! What is asked for stands in the companion file `witness.toml`, which learners do not get: a line for each function
//! of theirs, `stale_entry = "dangling"`, where alternatives are written `"dangling|aliasing"`, `"any"` takes every
//! class, and `"sound"` means that no witness exists. A function claims that by returning a value whose `Debug` text
//! is `Sound` or `NoWitness`. That one answer is stored; every other one is found by Miri when it is judged. A function
//! that is missing, or that still holds `todo!`, is an open question: that is seen without Miri as well.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::miri::class::{Class, Kind};
use super::miri::command::{Interpret, Seeds, interpret};
use super::miri::report::{self, Report, Run};
use super::miri::{beside_companions, program};
use super::tokens::{self, Pattern, Token};
use super::{Check, Context, Diagnostic, Judgement, Step, Verdict, build, diagnostics, probe};
use crate::curriculum::Exercise;
use crate::process::Finished;
use crate::toolchain::Tool;

/// The companion file that holds what is asked for.
pub const FILE: &str = "witness.toml";

/// The directory of the run that holds what Miri reads for this check.
const DIR: &str = "witness";

/// What a function returns that claims that there is no witness.
const CLAIMS: [&str; 2] = ["Sound", "NoWitness"];

/// The check word `witness`.
pub struct Witness;

impl Check for Witness {
    fn name(&self) -> &'static str {
        "witness"
    }

    fn passes_when(&self) -> &'static str {
        "Miri reports undefined behaviour of the class asked for in each witness; where none exists, the function says so \
         (the set stores which those are). Panics, aborts and leaks do not count"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &["miri:<function>:<class>", "miri:<function>:open"]
    }

    fn tools(&self, _: &Exercise) -> Vec<Tool> {
        vec![Tool::Miri]
    }

    fn files(&self, cx: &Context<'_>) -> Vec<(PathBuf, Vec<u8>)> {
        let Ok(table) = table(cx) else { return Vec::new() };
        let open = open(cx, &table);
        let written = table.keys().map(String::as_str).filter(|name| !open.contains(name));
        let text = program::witnesses(cx.sheet, written, cx.nonce);
        beside_companions(cx, DIR, text)
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        if let Some(refused) = build::refusal(cx) {
            return Step::Verdict(refused);
        }
        let table = match table(cx) {
            Ok(table) => table,
            Err(why) => return Step::Verdict(broken(&why)),
        };
        let open = open(cx, &table);
        let mut done = done.iter();
        let mut seen = Vec::new();
        for (name, wanted) in table.iter().filter(|(name, _)| !open.contains(&name.as_str())) {
            match try_seeds(cx, name, &mut done) {
                Tried::Needs(step) => return step,
                Tried::Ends(judgement) => return Step::Verdict(*judgement),
                Tried::Answered(answer) => seen.push((name.as_str(), wanted.as_str(), answer)),
            }
        }
        Step::Verdict(judge(seen, &open))
    }

    fn without_tools(&self, cx: &Context<'_>) -> Option<Judgement> {
        let table = table(cx).ok()?;
        let open = open(cx, &table);
        (!open.is_empty()).then(|| left_open(Judgement::passed(), &open, open.len() == table.len()))
    }
}

/// The functions that are still to be written: not there at all, or with a `todo!` in them.
fn open<'t>(cx: &Context<'_>, table: &'t BTreeMap<String, String>) -> Vec<&'t str> {
    // What is no row of tokens does not compile either, and that is told with its line.
    let Ok(tokens) = tokens::read(&cx.sheet.theirs) else { return Vec::new() };
    let is_left = |tokens: &[Token]| {
        ["todo!", "unimplemented!"].iter().any(|word| !Pattern::new(word).find_all(tokens).is_empty())
    };
    let is_open = |name: &&str| {
        let own = name.rsplit("::").next().unwrap_or(name);
        match tokens::item(&tokens, &Pattern::new(&format!("fn {own}"))) {
            Some(function) => is_left(function),
            // Brought in from elsewhere, or made by a macro, it is named all the same.
            None => !tokens.iter().any(|token| token.text == own),
        }
    };
    table.keys().map(String::as_str).filter(is_open).collect()
}

/// What one function came to.
struct Answer {
    class: Class,
    /// What it returned, where it returned.
    returned: Option<String>,
    found: Vec<Diagnostic>,
}

enum Tried {
    Needs(Step),
    Ends(Box<Judgement>),
    Answered(Answer),
}

/// One seed after the other, each alone, so that its report cannot be another one's; the first undefined behaviour
/// is the answer.
fn try_seeds<'d>(cx: &Context<'_>, name: &str, done: &mut impl Iterator<Item = &'d Finished>) -> Tried {
    let mut last = None;
    for seed in 0..cx.exercise.options.seeds.max(1) {
        let Some(ran) = done.next() else {
            return Tried::Needs(Step::Run(vec![interpret(cx, &call(cx, name, seed))]));
        };
        let (report, answer) = read(cx, ran);
        if let Some(end) = ends(cx, name, &report) {
            return Tried::Ends(Box::new(end));
        }
        let found = matches!(answer.class, Class::Undefined(_));
        last = Some(answer);
        if found {
            break;
        }
    }
    last.map_or_else(|| Tried::Ends(Box::new(broken("no seed was tried"))), Tried::Answered)
}

fn call<'a>(cx: &Context<'a>, name: &str, seed: u32) -> Interpret<'a> {
    Interpret {
        dir: DIR,
        file: &cx.exercise.path,
        edition: cx.exercise.options.editions.first().map_or("2024", String::as_str),
        seeds: Seeds::One(seed),
        args: vec![name.into()],
        forbid_unsafe: build::forbids_unsafe(cx),
    }
}

fn read(cx: &Context<'_>, ran: &Finished) -> (Report, Answer) {
    let (stdout, stderr) = (ran.stdout.text(), ran.stderr.text());
    let own = cx.exercise.path.to_string_lossy().replace('\\', "/");
    let report = report::read(&Run { exit: ran.exit, stderr: &stderr, own: &own, seeds: false });
    let answers = format!("{} answers ", cx.nonce);
    let returned = stdout.lines().rev().find_map(|line| line.strip_prefix(&answers)).map(str::to_owned);
    let returned = returned.filter(|_| report.class == Class::Ended);
    let answer = Answer { class: report.class, returned, found: report.found.clone() };
    (report, answer)
}

/// What ends the whole check: it does not compile, or a limit was met.
fn ends(cx: &Context<'_>, name: &str, report: &Report) -> Option<Judgement> {
    let limits = cx.exercise.limits;
    let says = report.class.says();
    let judged = |verdict, signature: &str| {
        Judgement::of(verdict, format!("Miri, in `{name}`: {says}")).with_signatures([signature.to_owned()])
    };
    Some(match report.class {
        Class::Cancelled => Judgement::of(Verdict::Cancelled, ""),
        Class::TimedOut => judged(Verdict::TimedOut(limits.build.as_secs()), "timed_out"),
        Class::OutOfMemory => judged(Verdict::OutOfMemory(limits.memory_mb), "out_of_memory"),
        Class::Crashed(_) => judged(Verdict::Crashed(says.to_owned()), "crashed"),
        Class::Misused => judged(Verdict::Failed, "build").with_diagnostics(report.found.clone()),
        Class::Rejected => Judgement::of(Verdict::Failed, "it does not compile for Miri")
            .with_signatures(diagnostics::signatures(&report.found))
            .with_diagnostics(report.found.clone()),
        _ => return None,
    })
}

fn judge(seen: Vec<(&str, &str, Answer)>, open: &[&str]) -> Judgement {
    let mut judged = Judgement::passed();
    let mut lines = Vec::new();
    let all_open = seen.is_empty();
    for (name, wanted, answer) in seen {
        let claims = answer.returned.as_deref().is_some_and(|text| CLAIMS.contains(&text));
        let word = if claims { "sound" } else { answer.class.word() };
        if fits(wanted, word, answer.class) {
            lines.push(format!("{name}: {}", if claims { "no witness, as you say" } else { word }));
            continue;
        }
        let says = why_not(wanted, claims, answer.class);
        if judged.signatures.is_empty() {
            judged.verdict = Verdict::Failed;
            judged.reason = format!("`{name}` is no witness: {says}");
        }
        judged.signatures.insert(format!("miri:{name}:{word}"));
        judged.diagnostics.extend(answer.found);
        lines.push(format!("{name}: {says}"));
    }
    judged.output = lines.join("\n");
    if open.is_empty() { judged } else { left_open(judged, open, all_open) }
}

/// The same judgement, with these functions still to be written; `all` of them, or some.
fn left_open(mut judged: Judgement, open: &[&str], all: bool) -> Judgement {
    judged.verdict = Verdict::Failed;
    let named: Vec<String> = open.iter().map(|name| format!("`{name}`")).collect();
    let still = format!("still open: {}", probe::listed(&named));
    judged.reason = match (judged.reason.is_empty(), open.len()) {
        (true, 2..) if all => format!("none of the {} witnesses is written yet", open.len()),
        (true, _) => still,
        (false, _) => format!("{}; {still}", judged.reason),
    };
    judged.signatures.extend(open.iter().map(|name| format!("miri:{name}:open")));
    judged
}

fn fits(wanted: &str, word: &str, class: Class) -> bool {
    match class {
        Class::Undefined(_) => wanted.split('|').any(|wanted| wanted == word || wanted == "any"),
        _ => wanted == "sound" && word == "sound",
    }
}

/// Says what happened and never what would have been right: whether there is a witness is the question.
fn why_not(wanted: &str, claims: bool, class: Class) -> String {
    match class {
        _ if claims => "it claims that there is none, and there is one".to_owned(),
        Class::Ended => "it came to its end, and nothing it did was undefined".to_owned(),
        Class::Undefined(_) if wanted == "sound" => {
            format!("{}, by your own doing and not by what you were to break", class.says())
        }
        Class::Undefined(_) => {
            format!("{}; that is undefined, and not the harm that was asked for", class.says())
        }
        Class::Panicked => "it panics, and a panic is defined".to_owned(),
        Class::Abort | Class::Exited(_) => "it ends the program, and that is defined".to_owned(),
        Class::Precondition => {
            "the standard library noticed a broken promise and aborted, before anything undefined happened"
                .to_owned()
        }
        Class::Leak => "it leaks, and a leak is defined".to_owned(),
        _ => format!("{}, and that is not undefined behaviour", class.says()),
    }
}

/// What is asked for, by function.
fn table(cx: &Context<'_>) -> Result<BTreeMap<String, String>, String> {
    let bytes = cx.companions.get(&cx.exercise.companions.join(FILE)).ok_or("there is none")?;
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let table: BTreeMap<String, String> = toml::from_str(text).map_err(|error| error.to_string())?;
    let known = |word: &str| word == "any" || Kind::words().any(|kind| kind == word);
    for (name, wanted) in &table {
        if name.is_empty() || !name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            return Err(format!("`{name}` is not the path of a function"));
        }
        if let Some(word) = wanted.split('|').find(|word| !known(word) && wanted != "sound") {
            let words: Vec<&str> = Kind::words().collect();
            return Err(format!(
                "`{word}` is no class; write `sound`, `any`, or some of {}",
                words.join(", ")
            ));
        }
    }
    if table.is_empty() { Err("it asks for nothing".to_owned()) } else { Ok(table) }
}

/// Trouble of the set's own.
fn broken(why: &str) -> Judgement {
    Judgement::of(Verdict::Failed, format!("the set's own `{FILE}` is of no use: {why}"))
        .with_signatures(["miri:table".to_owned()])
}

#[cfg(test)]
mod tests;
