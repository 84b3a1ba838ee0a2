//! `miri`: Miri interprets every test of ours to its end and finds nothing. It must not believe an exit code
//! alone: a program that ends itself has code 0 as well, so only a line that nobody can know before counts.

pub mod class;
pub mod command;
pub mod program;
pub mod report;
mod story;

use std::path::{Path, PathBuf};

use self::class::Class;
use self::command::{Interpret, Seeds, interpret};
use self::report::{Report, Run};
use super::predict::answer;
use super::{Check, Context, Judgement, Step, Verdict, build, diagnostics, test};
use crate::curriculum::Exercise;
use crate::process::Finished;
use crate::toolchain::Tool;

/// The directory of the run that holds what Miri reads for this check.
const DIR: &str = "miri";

/// The check word `miri`.
pub struct Miri;

impl Check for Miri {
    fn name(&self) -> &'static str {
        "miri"
    }

    fn passes_when(&self) -> &'static str {
        "Miri interprets every test of the set's own copy to its end, under every seed, and finds no undefined behaviour, \
         leak or deadlock; where the exercise says `miri?` and Miri is missing, the tests pass natively and the exercise is partial"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &["miri:<class>", "test:<name>", "crashed", "timed_out"]
    }

    fn tools(&self, exercise: &Exercise) -> Vec<Tool> {
        if is_optional(exercise) { vec![Tool::Rustc] } else { vec![Tool::Miri] }
    }

    fn files(&self, cx: &Context<'_>) -> Vec<(PathBuf, Vec<u8>)> {
        if stands_in(cx) {
            return Vec::new();
        }
        let text = program::tests(cx.sheet, cx.nonce);
        beside_companions(cx, DIR, text)
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        if stands_in(cx) {
            return natively(cx, done);
        }
        if let Some(refused) = build::refusal(cx) {
            return Step::Verdict(refused);
        }
        if cx.sheet.tests.is_empty() {
            let judged = Judgement::of(Verdict::Failed, "no test was run");
            return Step::Verdict(judged.with_signatures(["no_tests".to_owned()]));
        }
        let options = &cx.exercise.options;
        let mut done = done.iter();
        let mut output = String::new();
        for edition in &options.editions {
            let seeds = if options.seeds > 1 { Seeds::UpTo(options.seeds) } else { Seeds::One(0) };
            let run = |seeds| Step::Run(vec![interpret(cx, &call(cx, edition, seeds))]);
            let Some(ran) = done.next() else { return run(seeds) };
            let judged = judge(cx, ran, seeds);
            let Some(seed) = judged.replay else {
                if judged.judgement.verdict != Verdict::Passed {
                    return Step::Verdict(judged.judgement);
                }
                output = judged.judgement.output;
                continue;
            };
            // Seeds run at once and mix their words: the one that failed is run again, alone.
            let Some(again) = done.next() else { return run(Seeds::One(seed)) };
            let alone = judge(cx, again, Seeds::One(seed)).judgement;
            let mut told = if alone.verdict == Verdict::Passed { judged.judgement } else { alone };
            told.reason = format!("{}, with seed {seed} of {}", told.reason, options.seeds);
            return Step::Verdict(told);
        }
        Step::Verdict(Judgement::passed().with_output(output))
    }
}

/// Whether judging this exercise uses Miri where it is there.
#[must_use]
pub fn is_wanted(exercise: &Exercise) -> bool {
    let asked = exercise.checks.iter().any(|word| word == "miri" || word == "witness");
    asked || exercise.needs.iter().any(|need| need == "miri" || need == "miri?")
}

fn is_optional(exercise: &Exercise) -> bool {
    exercise.needs.iter().any(|need| need == "miri?")
}

fn stands_in(cx: &Context<'_>) -> bool {
    is_optional(cx.exercise) && cx.tools.miri.is_none()
}

/// The weaker check: the same tests, run by the machine, which does not notice what is undefined.
fn natively(cx: &Context<'_>, done: &[Finished]) -> Step {
    match test::Test.next(cx, done) {
        Step::Verdict(judged) => Step::Verdict(Judgement { stand_in: true, ..judged }),
        step @ Step::Run(_) => step,
    }
}

/// The program for Miri under the exercise's own path, and the companions where it would look for them.
pub(super) fn beside_companions(cx: &Context<'_>, dir: &str, text: String) -> Vec<(PathBuf, Vec<u8>)> {
    let dir = Path::new(dir);
    let companions = cx.companions.iter().map(|(path, bytes)| (dir.join(path), bytes.clone()));
    std::iter::once((dir.join(&cx.exercise.path), text.into_bytes())).chain(companions).collect()
}

fn call<'a>(cx: &Context<'a>, edition: &'a str, seeds: Seeds) -> Interpret<'a> {
    let forbid_unsafe = build::forbids_unsafe(cx);
    Interpret { dir: DIR, file: &cx.exercise.path, edition, seeds, args: Vec::new(), forbid_unsafe }
}

/// A judgement, and the seed to look at more closely.
struct Judged {
    judgement: Judgement,
    replay: Option<u32>,
}

fn judge(cx: &Context<'_>, ran: &Finished, seeds: Seeds) -> Judged {
    let (stdout, stderr) = (ran.stdout.text(), ran.stderr.text());
    let own = cx.exercise.path.to_string_lossy().replace('\\', "/");
    let several = matches!(seeds, Seeds::UpTo(_));
    let report = report::read(&Run { exit: ran.exit, stderr: &stderr, own: &own, seeds: several });
    let (begun, output) = progress(&stdout, cx.nonce);
    let begun = begun.filter(|_| !several);
    let judgement = match report.class {
        Class::Ended => ended(cx, &stdout, seeds, begun),
        Class::Panicked => panicked(&stderr, begun),
        _ => found(cx, &report, begun),
    };
    Judged { judgement: judgement.with_output(output), replay: report.seed }
}

/// The test that began last, and what the tests printed.
fn progress<'s>(stdout: &'s str, nonce: &str) -> (Option<&'s str>, String) {
    let begins = format!("{nonce} begins ");
    let begun = stdout.lines().filter_map(|line| Some(line.split_once(&begins)?.1)).next_back();
    let ours = |line: &&str| !line.contains(nonce);
    let printed: Vec<&str> = stdout.lines().filter(ours).collect();
    (
        begun.map(|name| name.strip_prefix("checks::").unwrap_or(name)),
        answer::without(printed.join("\n").trim()),
    )
}

/// Code 0: a pass only if every seed came to the last line.
fn ended(cx: &Context<'_>, stdout: &str, seeds: Seeds, begun: Option<&str>) -> Judgement {
    let wanted = match seeds {
        Seeds::One(_) => 1,
        Seeds::UpTo(count) => count as usize,
    };
    let last = format!("{} ended", cx.nonce);
    if stdout.matches(&last).count() == wanted {
        return Judgement::passed();
    }
    let during = begun.map(|name| format!(" while `{name}` was running")).unwrap_or_default();
    Judgement::of(
        Verdict::Failed,
        format!("the program ended itself{during}, before the tests had come to their end"),
    )
    .with_signatures(["crashed".to_owned()])
}

fn panicked(stderr: &str, begun: Option<&str>) -> Judgement {
    let said = diagnostics::plain_lines(stderr);
    // Advice on backtraces, which Miri has its own way to.
    let words: Vec<&str> = said.lines().filter(|line| !line.starts_with("note: ")).collect();
    let (reason, signature) = match begun {
        Some(name) => (format!("under Miri the test `{name}` fails"), format!("test:{name}")),
        None => ("under Miri a test fails".to_owned(), "miri:panic".to_owned()),
    };
    Judgement::of(Verdict::Failed, reason).with_signatures([signature]).with_detail(words.join("\n").trim())
}

fn found(cx: &Context<'_>, report: &Report, begun: Option<&str>) -> Judgement {
    let limits = cx.exercise.limits;
    let (word, says) = (report.class.word(), report.class.says());
    let during = begun.map(|name| format!(", in the test `{name}`")).unwrap_or_default();
    let line = match report.found.first() {
        Some(report) if report.line > 0 => format!(" (line {})", report.line),
        _ => String::new(),
    };
    let judged = |verdict, signature: &str| {
        Judgement::of(verdict, format!("{says}{line}{during}")).with_signatures([signature.to_owned()])
    };
    match report.class {
        Class::Cancelled => Judgement::of(Verdict::Cancelled, ""),
        Class::TimedOut => judged(Verdict::TimedOut(limits.build.as_secs()), "timed_out"),
        Class::OutOfMemory => judged(Verdict::OutOfMemory(limits.memory_mb), "out_of_memory"),
        Class::Crashed(_) => judged(Verdict::Crashed(says.to_owned()), "crashed"),
        Class::Exited(_) => judged(Verdict::Failed, "crashed"),
        Class::Misused => judged(Verdict::Failed, "build"),
        Class::Rejected => Judgement::of(Verdict::Failed, "it does not compile for Miri")
            .with_signatures(diagnostics::signatures(&report.found)),
        _ => judged(Verdict::Failed, &format!("miri:{word}")),
    }
    .with_diagnostics(report.found.clone())
}

#[cfg(test)]
mod tests;
