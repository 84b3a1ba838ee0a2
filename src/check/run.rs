//! `run`: `main` ends with 0. Also the words for programs that do not end by themselves, which every
//! check that runs one shares. It must not look at what the program printed.

use super::build::{self, Variant};
use super::{Check, Context, Judgement, Package, Step, Verdict, package_build};
use crate::curriculum::Exercise;
use crate::process::os::signal_name;
use crate::process::{Exit, Finished};
use crate::toolchain::Tool;

/// The check word `run`.
pub struct Run;

impl Check for Run {
    fn name(&self) -> &'static str {
        "run"
    }

    fn passes_when(&self) -> &'static str {
        "the program's `main` ends with exit code 0"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &["exit:<code>", "timed_out", "out_of_memory", "crashed", "E0382@<line>", "source:<fact>"]
    }

    fn tools(&self, exercise: &Exercise) -> Vec<Tool> {
        build::tools(exercise)
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        if let Some(package) = cx.package {
            return of_package(cx, package, done);
        }
        for (place, variant) in Variant::all(cx, false).into_iter().enumerate() {
            let Some(built) = done.get(2 * place) else {
                return Step::Run(vec![build::compile(cx, variant)]);
            };
            if let Some(fault) = build::fault(cx, built) {
                return Step::Verdict(variant.tell(cx, fault));
            }
            let Some(ran) = done.get(2 * place + 1) else {
                return Step::Run(vec![build::execute(cx, variant, Vec::new())]);
            };
            let judged = judge(cx, ran);
            if judged.verdict != Verdict::Passed {
                return Step::Verdict(variant.tell(cx, judged));
            }
        }
        let output = done.get(1).map(|ran| ran.stdout.text()).unwrap_or_default();
        Step::Verdict(Judgement::passed().with_output(output))
    }
}

fn of_package(cx: &Context<'_>, package: &Package, done: &[Finished]) -> Step {
    let mut output = String::new();
    for (place, variant) in package_build::Variant::all(cx).into_iter().enumerate() {
        let Some(built) = done.get(2 * place) else {
            return Step::Run(vec![package_build::build_all(cx, package, variant)]);
        };
        if let Some(fault) = package_build::fault(cx, package, built) {
            return Step::Verdict(fault);
        }
        let report = package_build::report(cx, built);
        let Some(program) = package_build::main_program(cx, &report) else {
            let missing = Judgement::of(Verdict::Failed, "the package has no program to run");
            return Step::Verdict(missing.with_signatures(["build".to_owned()]));
        };
        let Some(ran) = done.get(2 * place + 1) else {
            return Step::Run(vec![package_build::execute(cx, package, program, Vec::new())]);
        };
        let judged = judge(cx, ran);
        if judged.verdict != Verdict::Passed {
            return Step::Verdict(judged);
        }
        output = ran.stdout.text();
    }
    Step::Verdict(Judgement::passed().with_output(output))
}

fn judge(cx: &Context<'_>, ran: &Finished) -> Judgement {
    if let Some(abnormal) = abnormal_end(cx, ran, "") {
        return abnormal.with_output(ran.stdout.text());
    }
    match ran.exit {
        Exit::Code(0) => Judgement::passed(),
        Exit::Code(code) => Judgement::of(Verdict::Failed, format!("`main` ends with exit code {code}"))
            .with_signatures([format!("exit:{code}")])
            .with_detail(ran.stderr.text().trim())
            .with_output(ran.stdout.text()),
        _ => Judgement::of(Verdict::Failed, "the program did not end by itself"),
    }
}

/// The judgement on a program that was ended from outside or by a signal; `during` says while what.
#[must_use]
pub fn abnormal_end(cx: &Context<'_>, ran: &Finished, during: &str) -> Option<Judgement> {
    let limits = cx.exercise.limits;
    let judged = match ran.exit {
        Exit::Code(_) => return None,
        Exit::Cancelled => return Some(Judgement::of(Verdict::Cancelled, "")),
        Exit::TimedOut => {
            let seconds = limits.run.as_secs();
            let reason = format!("it was still running after {seconds} s{during} and was ended");
            Judgement::of(Verdict::TimedOut(seconds), reason).with_signatures(["timed_out".to_owned()])
        }
        Exit::OutOfMemory => {
            let reason = format!("it wanted more than {} MiB of memory{during}", limits.memory_mb);
            Judgement::of(Verdict::OutOfMemory(limits.memory_mb), reason)
                .with_signatures(["out_of_memory".to_owned()])
        }
        Exit::Signal(number) => {
            let cause = cause_of(number, &ran.stderr.text());
            Judgement::of(Verdict::Crashed(cause.clone()), format!("it crashed{during}: {cause}"))
                .with_signatures(["crashed".to_owned()])
        }
    };
    Some(judged.with_detail(ran.stderr.text().trim()))
}

/// A signal in words. A stack overflow ends with the same signal as `abort`; only its message tells.
fn cause_of(signal: i32, stderr: &str) -> String {
    let name = signal_name(signal).map_or_else(|| format!("signal {signal}"), str::to_owned);
    if stderr.contains("has overflowed its stack") {
        return format!("stack overflow ({name})");
    }
    match name.as_str() {
        "SIGSEGV" | "SIGBUS" => format!("it touched memory that is not its own ({name})"),
        "SIGABRT" => format!("it aborted ({name})"),
        "SIGILL" => format!("it came to an instruction that does not exist ({name})"),
        "SIGKILL" => format!("something outside ended it ({name})"),
        _ => format!("it was ended by {name}"),
    }
}
