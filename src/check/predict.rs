//! `predict`: what the learner says of each item in `items/` is what compiling and running it brings now. It
//! must not hold a key of its own, but for items whose question no tool can answer; those say so.
//!
//! The answers are constants in the learner's part, handed to `kit::predict::tell` by the test
//! `checks::answers` below the line; they count only if the harness ran to its end, as for `test`. Nothing of an
//! item is compiled, and nothing said about it, before it is answered. An item may name its own `//@ edition:`
//! and `//@ profile:`, and with `//@ judge: miri` it is interpreted and not run: without Miri it is left out, and the
//! exercise can only be partial. With `//@ judge: mir` lines of its middle language are counted. Its reason stands in `//@ why:` lines at its end, which learners are not given.

pub mod answer;
pub mod calibration;
pub mod item;
pub mod mir;

use std::ffi::OsString;
use std::ops::ControlFlow;

use self::answer::{Answer, Says};
use self::item::Truth;
use super::build::{self, Variant};
use super::miri::command::{Interpret, Seeds, interpret};
use super::probe::{self, Emit, Probe};
use super::{Check, Context, Judgement, Predicted, Sheet, Step, Verdict, harness, run};
use crate::curriculum::Exercise;
use crate::process::{CommandSpec, Exit, Finished};
use crate::toolchain::Tool;

/// The test below the line that tells the answers.
const ANSWERS: &str = "checks::answers";
/// The directory of the items.
const ITEMS: &str = "items";

/// The check's word.
pub const WORD: &str = "predict";

/// The check word `predict`.
pub struct Predict;

impl Check for Predict {
    fn name(&self) -> &'static str {
        WORD
    }

    fn passes_when(&self) -> &'static str {
        "every answer is what compiling and running the item, its middle language, or Miri brings now; for a choice, which no tool can \
         answer, the key that is stored with the item"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &["item:<number>", "unanswered"]
    }

    fn tools(&self, _: &Exercise) -> Vec<Tool> {
        vec![Tool::Rustc]
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        let items = probe::list(cx, ITEMS);
        if items.is_empty() {
            return Step::Verdict(probe::none_there(ITEMS));
        }
        let (told, done) = match answers(cx, &items, done) {
            ControlFlow::Continue(read) => read,
            ControlFlow::Break(step) => return step,
        };
        let asked: Vec<Asked<'_>> = items
            .iter()
            .enumerate()
            .filter(|(place, item)| told[*place].says.is_some() && item::stored_key(item).is_none())
            .map(|(place, item)| Asked { place, item, interpreted: item::wants_miri(item) })
            .filter(|asked| !asked.interpreted || cx.tools.miri.is_some())
            .collect();
        if done.len() < asked.len() {
            return Step::Run(asked.iter().map(|asked| asked.first(cx)).collect());
        }
        let (built, ran) = done.split_at(asked.len());
        let runs: Vec<_> = asked.iter().zip(built).filter(|(asked, built)| asked.runs(built)).collect();
        if ran.len() < runs.len() {
            return Step::Run(runs.iter().map(|(asked, _)| probe::execute(cx, "item", asked.item)).collect());
        }
        Step::Verdict(match truths(cx, &items, &asked, built, ran) {
            ControlFlow::Continue(truths) => judge(&items, &told, &truths),
            ControlFlow::Break(judgement) => judgement,
        })
    }

    fn speaks_at_once(&self) -> bool {
        false
    }
}

/// An item that was answered, and which tools can be asked about.
struct Asked<'a> {
    place: usize,
    item: &'a Probe,
    /// By Miri, and not by compiling and running it.
    interpreted: bool,
}

impl Asked<'_> {
    /// What is asked first: the compiler, or Miri, which does everything at once.
    fn first(&self, cx: &Context<'_>) -> CommandSpec {
        if mir::is_wanted(self.item) {
            return mir::command(cx, self.item);
        }
        if !self.interpreted {
            return probe::compile_alone(cx, "item", self.item, Emit::Program);
        }
        let edition = probe::edition(cx, self.item);
        let (file, args) = (self.item.path.as_path(), Vec::new());
        interpret(cx, &Interpret { dir: "", file, edition, seeds: Seeds::One(0), args, forbid_unsafe: false })
    }

    /// Whether there is a program to run then.
    fn runs(&self, built: &Finished) -> bool {
        !self.interpreted && !mir::is_wanted(self.item) && built.exit == Exit::Code(0)
    }
}

/// The learner's answers, one for each item, and what is left of the results; or what has to come first.
fn answers<'d>(
    cx: &Context<'_>,
    items: &[Probe],
    done: &'d [Finished],
) -> ControlFlow<Step, (Vec<Answer>, &'d [Finished])> {
    let variant = Variant::all(cx, true).swap_remove(0);
    let Some((built, done)) = done.split_first() else {
        return ControlFlow::Break(Step::Run(vec![build::compile(cx, variant)]));
    };
    if let Some(fault) = build::fault(cx, built) {
        return ControlFlow::Break(Step::Verdict(fault));
    }
    let Some((told, done)) = done.split_first() else {
        let words = ["--test-threads=1", "--show-output", "--exact", ANSWERS];
        let mut args: Vec<OsString> = words.iter().map(OsString::from).collect();
        args.push(Sheet::proof_test(cx.nonce).into());
        return ControlFlow::Break(Step::Run(vec![build::execute(cx, variant, args)]));
    };
    if let Some(abnormal) = run::abnormal_end(cx, told, " while it told the answers") {
        return ControlFlow::Break(Step::Verdict(abnormal));
    }
    let stdout = told.stdout.text();
    let both = harness::read(&stdout, &[ANSWERS.to_owned(), Sheet::proof_test(cx.nonce)]);
    if both.passed.len() != 2 || both.sum != Some(2) || told.exit != Exit::Code(0) {
        let judgement = Judgement::of(Verdict::Failed, "the answers could not be read to their end")
            .with_signatures(["crashed".to_owned()])
            .with_detail(both.failed.first().map(|(_, words)| words.clone()).unwrap_or_default());
        return ControlFlow::Break(Step::Verdict(judgement));
    }
    let output = harness::output(&stdout);
    let all: Vec<Answer> = items.iter().map(|item| answer::of(&output, number(item))).collect();
    if all.iter().all(|answer| answer.says.is_none()) {
        return ControlFlow::Break(Step::Verdict(unanswered(items)));
    }
    ControlFlow::Continue((all, done))
}

fn unanswered(items: &[Probe]) -> Judgement {
    let reason = match items.len() {
        1 => "the one item is not answered yet".to_owned(),
        count => format!("none of the {count} items is answered yet"),
    };
    let first = format!("begin with {}: {}", items[0].path.display(), items[0].asks());
    Judgement::of(Verdict::Failed, reason).with_signatures(["unanswered".to_owned()]).with_detail(first)
}

/// What is true of each item that was answered.
fn truths(
    cx: &Context<'_>,
    items: &[Probe],
    asked: &[Asked<'_>],
    built: &[Finished],
    ran: &[Finished],
) -> ControlFlow<Judgement, Vec<Option<Truth>>> {
    let mut truths: Vec<Option<Truth>> =
        items.iter().map(|item| item::stored_key(item).map(Truth::Key)).collect();
    let mut ran = ran.iter();
    for (asked, built) in asked.iter().zip(built) {
        let item = asked.item;
        if let Some(judgement) = probe::unanswered(cx, item, built) {
            return ControlFlow::Break(judgement);
        }
        let run = if asked.runs(built) { ran.next() } else { None };
        if run.is_some_and(|run| run.exit == Exit::Cancelled) {
            return ControlFlow::Break(Judgement::of(Verdict::Cancelled, ""));
        }
        truths[asked.place] = Some(if asked.interpreted {
            Truth::interpreted(item, built)
        } else if mir::is_wanted(item) {
            mir::truth(item, built)
        } else {
            Truth::found(item, built, run)
        });
    }
    ControlFlow::Continue(truths)
}

/// One item that was answered, with what is true of it.
struct Answered<'a> {
    item: &'a Probe,
    says: &'a Says,
    sure: Option<u8>,
    truth: &'a Truth,
    right: bool,
}

fn judge(items: &[Probe], told: &[Answer], truths: &[Option<Truth>]) -> Judgement {
    let mut answered = Vec::new();
    let (mut open, mut unjudged) = (Vec::new(), Vec::new());
    for ((item, answer), truth) in items.iter().zip(told).zip(truths) {
        match (&answer.says, truth) {
            (Some(says), Some(truth)) => {
                let right = truth.agrees(says);
                answered.push(Answered { item, says, sure: answer.sure, truth, right });
            }
            (Some(_), None) => unjudged.push(item),
            (None, _) => open.push(item),
        }
    }
    let wrong: Vec<&Answered<'_>> = answered.iter().filter(|answered| !answered.right).collect();
    let predicted: Vec<Predicted> = answered
        .iter()
        .map(|told| Predicted { item: number(told.item), sure: told.sure, right: told.right })
        .collect();
    if wrong.is_empty() && open.is_empty() {
        let lines: Vec<String> = answered.iter().map(reason_of).collect();
        return Judgement { predicted, ..as_far_as_judged(&unjudged).with_output(lines.join("\n")) };
    }
    let mut parts = Vec::new();
    if !wrong.is_empty() {
        let which = numbers(wrong.iter().map(|answered| answered.item));
        parts.push(format!("{} of {} items went otherwise than you said: {which}", wrong.len(), items.len()));
    }
    if !open.is_empty() {
        parts.push(format!("still open: {}", numbers(open.iter().copied())));
    }
    let detail = wrong.first().map(|first| told_otherwise(first)).unwrap_or_default();
    let failing = wrong.iter().map(|answered| answered.item).chain(open);
    let judged = Judgement::of(Verdict::Failed, parts.join("; "))
        .with_signatures(failing.map(|item| format!("item:{}", number(item))))
        .with_detail(detail);
    Judgement { predicted, ..judged }
}

/// A pass, unless there are items that only Miri could have judged.
fn as_far_as_judged(unjudged: &[&Probe]) -> Judgement {
    if unjudged.is_empty() {
        return Judgement::passed();
    }
    let (name, install) = (Tool::Miri.name().to_owned(), Tool::Miri.install());
    let reason = format!("only Miri could judge these items: {}", numbers(unjudged.iter().copied()));
    Judgement::of(Verdict::Unavailable { tool: name, install }, reason)
}

fn numbers<'p>(items: impl Iterator<Item = &'p Probe>) -> String {
    probe::listed(&items.map(|item| number(item).to_string()).collect::<Vec<_>>())
}

/// `items/03.rs` is item 3.
fn number(item: &Probe) -> usize {
    item.stem.parse().unwrap_or(0)
}

fn reason_of(answered: &Answered<'_>) -> String {
    let (item, why) = (answered.item.shown(), item::why(answered.item));
    match answered.truth {
        Truth::Key(_) => format!("{item}: {}. {why}", answered.truth),
        _ => format!("{item}: {why}"),
    }
}

fn told_otherwise(answered: &Answered<'_>) -> String {
    let Answered { item, says, truth, .. } = answered;
    let mut lines = vec![format!("{}: {}", item.shown(), item.asks())];
    lines.push(format!("you said: {says}"));
    lines.push(format!("it is so: {truth}"));
    let why = item::why(item);
    if !why.is_empty() {
        lines.push(format!("why:      {why}"));
    }
    let words = truth.words();
    if !words.is_empty() {
        lines.extend([String::new(), words.trim_end().to_owned()]);
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests;
