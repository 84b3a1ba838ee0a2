//! `machine`: what the package is built into for another machine runs in one of ours to its end, and says what it shall.
//! The machine is a child process; only what it reports counts. It must not know how a machine works.

pub mod order;

use std::path::{Path, PathBuf};

use super::package_build as build;
use super::run::abnormal_end;
use super::{Check, Context, Judgement, Package, Step, Verdict, golden};
use crate::curriculum::Exercise;
use crate::curriculum::facts::{MachineKind, MachineRun};
use crate::process::{CommandSpec, Finished};
use crate::toolchain::Tool;
pub use order::{End, Order, Report};

/// The check word `machine`.
pub struct Machine;

impl Check for Machine {
    fn name(&self) -> &'static str {
        "machine"
    }

    fn passes_when(&self) -> &'static str {
        "the package is built for the target of each run (`wasm`, `rv32` or `real_mode`), and an interpreter of ours takes the image to its end, in steps that are counted: the session of the host holds, or the output and the exit code are those wanted"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &["machine:<run>", "timed_out", "out_of_memory", "crashed", "E0382@<line>", "build", "source:<fact>"]
    }

    fn tools(&self, exercise: &Exercise) -> Vec<Tool> {
        let mut tools = vec![Tool::Rustc, Tool::Cargo];
        let kinds = MachineKind::ALL.into_iter();
        let needed = kinds.filter(|kind| exercise.machine.iter().any(|run| run.kind == *kind));
        tools.extend(needed.map(|kind| Tool::Target(kind.target().to_owned())));
        tools
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        let Some(package) = cx.package.filter(|_| !cx.exercise.machine.is_empty()) else {
            return Step::Verdict(Judgement::of(Verdict::Failed, "there is nothing to run in a machine"));
        };
        let mut left = done.iter();
        let mut said = Vec::new();
        for kind in MachineKind::ALL {
            let runs: Vec<&MachineRun> = cx.exercise.machine.iter().filter(|run| run.kind == kind).collect();
            if runs.is_empty() {
                continue;
            }
            let Some(built) = left.next() else {
                return Step::Run(vec![build::build_for(cx, package, kind.target())]);
            };
            if let Some(fault) = build::fault(cx, package, built) {
                let reason = format!("for {}: {}", kind.target(), fault.reason);
                return Step::Verdict(Judgement { reason, ..fault });
            }
            let Some(image) = image(cx, kind, built) else { return Step::Verdict(no_image(&runs)) };
            if left.len() < runs.len() {
                let specs = runs.iter().map(|run| execute(cx, package, run, &image));
                return Step::Run(specs.collect());
            }
            said.extend(runs.into_iter().zip(left.by_ref()).map(|(run, ran)| (run, judge(cx, run, ran))));
        }
        Step::Verdict(together(said))
    }
}

/// What cargo made for the machine: the module, or the program.
fn image(cx: &Context<'_>, kind: MachineKind, built: &Finished) -> Option<PathBuf> {
    let report = build::report(cx, built);
    if kind != MachineKind::Wasm {
        return build::main_program(cx, &report).map(Path::to_path_buf);
    }
    let mut files =
        report.artifacts.iter().flat_map(|artifact| artifact.files.iter().chain(&artifact.executable));
    files.rfind(|file| file.extension().is_some_and(|end| end == "wasm")).cloned()
}

fn no_image(runs: &[&MachineRun]) -> Judgement {
    let reason = match runs.first().map(|run| run.kind) {
        Some(MachineKind::Wasm) => "cargo made no module: does Cargo.toml say `crate-type = [\"cdylib\"]`?",
        _ => "cargo made no program for the machine",
    };
    let signatures = runs.iter().map(|run| format!("machine:{}", run.name));
    Judgement::of(Verdict::Failed, reason).with_signatures(signatures)
}

/// The command that is the machine with this image in it.
fn execute(cx: &Context<'_>, package: &Package, run: &MachineRun, image: &Path) -> CommandSpec {
    let order = Order {
        kind: run.kind,
        nonce: cx.nonce.to_owned(),
        steps: run.steps,
        salt: cx.salt,
        session: run.session.as_ref().map(|path| companion(cx, path)).unwrap_or_default(),
        input: run.input.clone(),
        set: run.set.clone(),
        image: image.to_path_buf(),
    };
    build::execute(cx, package, cx.own, order.args())
}

/// A file of the exercise from our own copy of it.
fn companion(cx: &Context<'_>, path: &str) -> String {
    let bytes = cx.companions.get(&cx.exercise.companions.join(path));
    golden::text(bytes.map(Vec::as_slice).unwrap_or_default())
}

fn judge(cx: &Context<'_>, run: &MachineRun, ran: &Finished) -> Judgement {
    if let Some(abnormal) = abnormal_end(cx, ran, " in the machine") {
        return abnormal;
    }
    let Some(report) = Report::read(&ran.stderr.text(), cx.nonce) else {
        return Judgement::of(Verdict::Failed, "the machine ended without a report")
            .with_signatures(["crashed".to_owned()])
            .with_detail(ran.stderr.text().trim());
    };
    let printed = ran.stdout.text();
    let failed = |reason: String, detail: String| {
        Judgement::of(Verdict::Failed, reason).with_detail(detail).with_output(printed.clone())
    };
    let shown = if printed.is_empty() {
        "it had printed nothing".to_owned()
    } else {
        format!("it had printed:\n{}", printed.trim_end())
    };
    let wanted = run.output.as_ref().map(|path| companion(cx, path));
    match report.end {
        End::Refused(says) => failed(says, String::new()),
        End::Unmet(says) => failed(says, if printed.is_empty() { String::new() } else { shown }),
        End::Fault(says) => failed(says, shown),
        End::Steps => failed(format!("it was still running after {} steps", run.steps), shown),
        End::Ended(code) if code != run.exit => {
            failed(format!("it ended with code {code}, and {} was wanted", run.exit), shown)
        }
        End::Ended(_) => match wanted {
            Some(wanted) if wanted != golden::text(printed.as_bytes()) => {
                golden::differs(&wanted, &golden::text(printed.as_bytes())).with_output(printed)
            }
            _ => Judgement::passed().with_output(printed),
        },
    }
}

/// One judgement of all runs: the first that is not content speaks, and all that failed count.
fn together(said: Vec<(&MachineRun, Judgement)>) -> Judgement {
    let failed = |(_, judged): &&(&MachineRun, Judgement)| judged.verdict != Verdict::Passed;
    let signatures: Vec<String> =
        said.iter().filter(failed).flat_map(|(run, judged)| signatures(run, judged)).collect();
    let output: String = said.iter().map(|(_, judged)| judged.output.as_str()).collect();
    let Some((run, first)) = said.into_iter().find(|it| failed(&it)) else {
        return Judgement::passed().with_output(output);
    };
    let mut first = Judgement { signatures: signatures.into_iter().collect(), ..first };
    match (&run.says, &first.verdict) {
        (Some(says), Verdict::Failed) => {
            let detail = format!("{}\n{}", first.reason, first.detail);
            detail.trim_end().clone_into(&mut first.detail);
            first.reason = format!("the run `{}`: {says}", run.name);
        }
        (_, Verdict::Cancelled) => {}
        _ => first.reason = format!("the run `{}`: {}", run.name, first.reason),
    }
    first
}

/// A limit or a crash has its own signature; whatever else goes wrong has the name of the run.
fn signatures(run: &MachineRun, judged: &Judgement) -> Vec<String> {
    let own = judged.signatures.iter().filter(|signature| *signature != "golden");
    let own: Vec<String> = own.cloned().collect();
    if own.is_empty() && judged.verdict == Verdict::Failed {
        return vec![format!("machine:{}", run.name)];
    }
    own
}

#[cfg(test)]
mod tests;
