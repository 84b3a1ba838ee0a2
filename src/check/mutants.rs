//! `mutants`: the learner writes tests, and they are tested. They have to pass with what stands below the
//! line and with each of `variants/correct`, and to fail with each of `variants/broken`; a variant stands in
//! place of the part below the line. What does not compile, or runs no test, was not noticed by a test.
//! It must not give away more than the first fault that got through.

use std::path::{Path, PathBuf};

use super::build::{self, Variant};
use super::harness;
use super::run::abnormal_end;
use super::source_rules::test_names;
use super::test::exactly;
use super::{Check, Context, Judgement, Sheet, Step, Verdict, diagnostics};
use crate::curriculum::Exercise;
use crate::process::{CommandSpec, Exit, Finished};
use crate::toolchain::Tool;

/// The check's name.
pub const WORD: &str = "mutants";

/// The check word `mutants`.
pub struct Mutants;

impl Check for Mutants {
    fn name(&self) -> &'static str {
        WORD
    }

    fn passes_when(&self) -> &'static str {
        "the learner's tests pass with the given code and with each right variant of it, and fail with each broken one; a test that does not end, or crashes, has noticed the fault as well"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &["mutant:<file>", "test:<name>", "no_tests", "timed_out", "crashed", "E0382@<line>", "source:<fact>"]
    }

    fn tools(&self, _: &Exercise) -> Vec<Tool> {
        vec![Tool::Rustc]
    }

    fn files(&self, cx: &Context<'_>) -> Vec<(PathBuf, Vec<u8>)> {
        let proof = Sheet::proof_module(cx.nonce);
        let mut files = Vec::new();
        for case in cases(cx) {
            files.push((case.source(), format!("{}{proof}", cx.sheet.with(&case.text)).into_bytes()));
        }
        files
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        let tests = test_names(&cx.sheet.theirs);
        if let (true, Some(refused)) = (tests.is_empty(), build::refusal(cx)) {
            return Step::Verdict(refused);
        }
        if tests.is_empty() {
            let reason = "there is no test yet: write functions with `#[test]` above the line";
            let none = Judgement::of(Verdict::Failed, reason).with_signatures(["no_tests".to_owned()]);
            return Step::Verdict(none);
        }
        let mut trial = Trial { cx, tests: &tests, done };
        trial.judge().unwrap_or_else(Step::Run)
    }

    fn speaks_at_once(&self) -> bool {
        false
    }
}

/// One implementation to try the tests on.
struct Case {
    /// Its file's name without the ending.
    name: String,
    /// Whether it does what the contract says.
    right: bool,
    text: String,
}

impl Case {
    fn source(&self) -> PathBuf {
        PathBuf::from(format!("{}.rs", self.program()))
    }

    fn program(&self) -> String {
        format!("out/variants/{}/{}", if self.right { "correct" } else { "broken" }, self.name)
    }

    /// What its first comment says.
    fn about(&self) -> String {
        let lines = self.text.lines().map_while(|line| line.trim_start().strip_prefix("//"));
        lines.map(|line| line.trim_start_matches('!').trim()).collect::<Vec<_>>().join(" ")
    }
}

/// The variants among the companions, right ones first.
fn cases(cx: &Context<'_>) -> Vec<Case> {
    let mut found = Vec::new();
    for right in [true, false] {
        let dir = cx.exercise.companions.join("variants").join(if right { "correct" } else { "broken" });
        for (path, bytes) in cx.companions {
            if path.parent() == Some(&dir) && path.extension() == Some("rs".as_ref()) {
                let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                found.push(Case { name, right, text: String::from_utf8_lossy(bytes).replace("\r\n", "\n") });
            }
        }
    }
    found
}

/// What the tests did with one implementation.
enum Fate {
    /// Every test passed, by name, and the harness came to its end.
    Spared,
    /// A test noticed it: which, and its words.
    Noticed(String, String),
    /// The program did not end by itself while a test ran.
    Ended(Judgement),
    /// It could not be built with these tests.
    Unbuilt(Judgement),
    /// Not every test was run.
    Unproven,
}

struct Trial<'a> {
    cx: &'a Context<'a>,
    tests: &'a [String],
    done: &'a [Finished],
}

impl<'a> Trial<'a> {
    /// The judgement, or what has to be run for it.
    fn judge(&mut self) -> Result<Step, Vec<CommandSpec>> {
        let cx = self.cx;
        let Some(variant) = Variant::all(cx, true).into_iter().next() else {
            let reason = "the exercise has no edition to build for";
            return Ok(Step::Verdict(Judgement::of(Verdict::Failed, reason)));
        };
        let program = variant.out();
        let given = self.fate(|| build::compile(cx, variant), &program)?;
        if let Some(bad) = self.with_the_given(given) {
            return Ok(Step::Verdict(bad));
        }
        let (right, broken): (Vec<_>, Vec<_>) = cases(cx).into_iter().partition(|case| case.right);
        for (cases, judge) in [(right, hit as fn(&_) -> _), (broken, missed)] {
            let mut fates: Vec<(Case, Fate)> = Vec::new();
            for case in cases {
                let compile = || build::compile_other(cx, variant, &case.source(), &case.program());
                let fate = self.fate(compile, &case.program())?;
                if matches!(&fate, Fate::Ended(judged) if judged.verdict == Verdict::Cancelled) {
                    return Ok(Step::Verdict(Judgement::of(Verdict::Cancelled, "")));
                }
                fates.push((case, fate));
            }
            if let Some(bad) = judge(&fates) {
                return Ok(Step::Verdict(bad));
            }
        }
        let count = cases(cx).iter().filter(|case| !case.right).count();
        let output = format!("{count} faults planted, {count} noticed");
        Ok(Step::Verdict(Judgement::passed().with_output(output)))
    }

    fn take(&mut self) -> Option<&'a Finished> {
        let (first, rest) = self.done.split_first()?;
        self.done = rest;
        Some(first)
    }

    fn fate(
        &mut self,
        compile: impl FnOnce() -> CommandSpec,
        program: &str,
    ) -> Result<Fate, Vec<CommandSpec>> {
        let cx = self.cx;
        let Some(built) = self.take() else { return Err(vec![compile()]) };
        if let Some(fault) = build::fault(cx, built) {
            return Ok(Fate::Unbuilt(fault));
        }
        let Some(ran) = self.take() else {
            return Err(vec![build::execute_other(cx, Path::new(program), exactly(self.tests, cx.nonce))]);
        };
        Ok(self.read(ran))
    }

    fn read(&self, ran: &Finished) -> Fate {
        let stdout = ran.stdout.text();
        let report = harness::read(&stdout, self.tests);
        let during = report.hanging.as_ref().map(|name| format!(" while `{name}` was running"));
        if let Some(abnormal) = abnormal_end(self.cx, ran, &during.unwrap_or_default()) {
            return Fate::Ended(abnormal.with_output(stdout));
        }
        if let Some((name, words)) = report.failed.into_iter().next() {
            return Fate::Noticed(name, words);
        }
        let proof = harness::read(&stdout, &[Sheet::proof_test(self.cx.nonce)]);
        let complete = report.passed.len() == self.tests.len()
            && report.sum == Some(self.tests.len() + 1)
            && proof.passed.len() == 1
            && ran.exit == Exit::Code(0);
        if complete { Fate::Spared } else { Fate::Unproven }
    }

    /// The given code is right: whatever fails with it is the tests' fault.
    fn with_the_given(&self, fate: Fate) -> Option<Judgement> {
        match fate {
            Fate::Spared => None,
            Fate::Unbuilt(judged) | Fate::Ended(judged) => Some(judged),
            Fate::Noticed(name, words) => {
                let reason = format!("your test `{name}` fails with the code that is given, which is right");
                let signature = format!("test:{}", short(&name));
                Some(Judgement::of(Verdict::Failed, reason).with_signatures([signature]).with_detail(words))
            }
            Fate::Unproven => {
                let count = self.tests.len();
                let reason =
                    format!("not all of your {count} tests were run; is one of them left out by `cfg`?");
                Some(Judgement::of(Verdict::Failed, reason).with_signatures(["no_tests".to_owned()]))
            }
        }
    }
}

/// A test's name without the usual module.
fn short(name: &str) -> &str {
    name.strip_prefix("tests::").unwrap_or(name)
}

fn failed(reason: String, hit: &[&(Case, Fate)]) -> Judgement {
    let signatures = hit.iter().map(|(case, _)| format!("mutant:{}", case.name));
    Judgement::of(Verdict::Failed, reason).with_signatures(signatures)
}

/// Right variants that the tests do not let through.
fn hit(fates: &[(Case, Fate)]) -> Option<Judgement> {
    let hit: Vec<_> = fates.iter().filter(|(_, fate)| !matches!(fate, Fate::Spared)).collect();
    let (case, fate) = hit.first()?;
    let count = format!("{} of {} right implementations", hit.len(), fates.len());
    let about = case.about();
    let (why, detail) = match fate {
        Fate::Noticed(name, words) => {
            (format!("fails your test `{name}`, which asks for more than the contract says"), words.clone())
        }
        Fate::Unbuilt(judged) => (
            "does not compile with your tests: use only what the contract names".to_owned(),
            judged.diagnostics.first().map(|found| found.rendered.clone()).unwrap_or_default(),
        ),
        Fate::Ended(judged) => (format!("does not get through your tests: {}", judged.reason), String::new()),
        Fate::Spared | Fate::Unproven => ("was not tested to the end".to_owned(), String::new()),
    };
    let reason = format!("{count} are refused. The first one {why}. About it: {about}");
    Some(failed(reason, &hit).with_detail(detail))
}

/// Broken variants that no test noticed. Only the first is described: the others are for the learner to find.
fn missed(fates: &[(Case, Fate)]) -> Option<Judgement> {
    let missed: Vec<_> =
        fates.iter().filter(|(_, fate)| !matches!(fate, Fate::Noticed(..) | Fate::Ended(_))).collect();
    let (case, fate) = missed.first()?;
    let count = format!("{} of {} planted faults get through your tests", missed.len(), fates.len());
    let late = fates.iter().filter(|(_, fate)| matches!(fate, Fate::Ended(_))).count();
    let late = match late {
        0 => String::new(),
        _ => format!(" ({late} of those noticed hung or crashed, which counts)"),
    };
    let reason = match fate {
        Fate::Unbuilt(_) => format!(
            "{count}{late}. The first one does not compile with your tests, and no test has seen it then: use only what the contract names"
        ),
        _ => format!("{count}{late}. The first one: {}", case.about()),
    };
    let found = match fate {
        Fate::Unbuilt(judged) => judged.diagnostics.clone(),
        _ => Vec::new(),
    };
    let errors = found.into_iter().filter(|found| found.level == diagnostics::Level::Error).collect();
    Some(failed(reason, &missed).with_diagnostics(errors))
}

#[cfg(test)]
mod tests;
