//! Rules for runs in a machine: named once, of a machine that there is, with files that are there. They must not know
//! how a machine works.

use std::collections::BTreeSet;
use std::path::Path;

use super::files::Files;
use super::signature::is_fact;
use super::{At, offer, texts};
use crate::curriculum::Form;
use crate::curriculum::facts::MachineKind;
use crate::curriculum::paths::checked;
use crate::curriculum::raw::{RawExercise, RawMachineRun, Word};

/// The most instructions that anybody waits for.
const MOST_STEPS: u64 = 1_000_000_000;

/// Everything about the runs of one exercise whose companions lie in `dir`.
pub(super) fn judge(raw: &RawExercise, form: Form, dir: &str, files: &Files, at: &mut At<'_>) {
    let word = raw.checks.get_ref().iter().find(|word| word.get_ref() == "machine");
    match (word, raw.machine.first()) {
        (Some(word), None) => at.say(
            word.span(),
            "the check `machine` has nothing to run",
            "add a table `[[exercises.machine]]`, or take the word out",
        ),
        (Some(word), Some(_)) if form == Form::File => {
            at.say(word.span(), "a machine runs what a package is built into", "make it a package");
        }
        (None, Some(run)) => {
            at.say(run.run.span(), "no check runs a machine", "add \"machine\" to `checks`");
        }
        _ => {}
    }
    let mut names = BTreeSet::new();
    for run in &raw.machine {
        let name = run.run.get_ref();
        if !is_fact(name) {
            at.say(
                run.run.span(),
                format!("`{name}` is not the name of a run"),
                "use letters, digits, `_` and `-`",
            );
        } else if !names.insert(name.as_str()) {
            at.say(run.run.span(), format!("there are two runs `{name}`"), "give each its own name");
        }
        judge_run(run, &format!("{dir}/{}", raw.name.get_ref()), files, at);
    }
}

fn judge_run(run: &RawMachineRun, dir: &str, files: &Files, at: &mut At<'_>) {
    let word = run.kind.get_ref();
    let Some(kind) = MachineKind::of(word) else {
        let words = MachineKind::ALL.map(MachineKind::word);
        at.say(run.kind.span(), format!("there is no machine `{word}`"), offer(word, words));
        return;
    };
    let wasm = kind == MachineKind::Wasm;
    let (key, wanted) = if wasm { ("session", &run.session) } else { ("output", &run.output) };
    if wanted.is_none() {
        let what = format!("the run `{}` has nothing to judge by", run.run.get_ref());
        at.say(run.run.span(), what, format!("name a file of the exercise: {key} = \"machine/{key}.txt\""));
    }
    for path in [&run.session, &run.output].into_iter().flatten() {
        file(path, dir, files, at);
    }
    foreign(run, kind, at);
    if let Some(steps) = run.steps.as_ref().filter(|steps| !(1..=MOST_STEPS).contains(steps.get_ref())) {
        let what = format!("`steps = {}` is out of range", steps.get_ref());
        at.say(steps.span(), what, format!("choose a number from 1 to {MOST_STEPS}"));
    }
    if let Some(says) = &run.says {
        texts::line(says, "what the learner is told", at);
    }
}

/// A file of the exercise, inside of it and there.
fn file(word: &Word, dir: &str, files: &Files, at: &mut At<'_>) {
    let text = word.get_ref();
    if let Err(why) = checked(Path::new(text)) {
        at.say(word.span(), format!("the path `{text}` is refused: {why}"), "name a file of the exercise");
    } else if !files.has(&format!("{dir}/{text}")) {
        at.say(word.span(), format!("the file `{text}` is not there"), format!("write {dir}/{text}"));
    }
}

/// What another machine has.
fn foreign(run: &RawMachineRun, kind: MachineKind, at: &mut At<'_>) {
    let spans = [
        ("session", MachineKind::Wasm, run.session.as_ref().map(Word::span)),
        ("input", MachineKind::Rv32, run.input.as_ref().map(Word::span)),
        ("exit", MachineKind::Rv32, run.exit.as_ref().map(toml::Spanned::span)),
        ("set", MachineKind::RealMode, run.set.values().next().map(toml::Spanned::span)),
    ];
    for (key, owner, span) in spans {
        if let Some(span) = span.filter(|_| owner != kind) {
            let what = format!("the machine `{}` has no `{key}`", kind.word());
            at.say(span, what, format!("take it out; it belongs to `{}`", owner.word()));
        }
    }
}
