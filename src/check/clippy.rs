//! `clippy`: no finding at the set's level or in the exercise's `deny`, read from the build that `test`
//! shares. It must not report what stands below the line: that part is ours.

use super::build::{self, Variant};
use super::{Check, Context, Diagnostic, Judgement, Package, Step, Verdict, diagnostics, package_build};
use crate::curriculum::Exercise;
use crate::process::Finished;
use crate::toolchain::Tool;

/// The check word `clippy`.
pub struct Clippy;

impl Check for Clippy {
    fn name(&self) -> &'static str {
        "clippy"
    }

    fn passes_when(&self) -> &'static str {
        "rustc and clippy have nothing to remark, the lints that the exercise names included and those that it permits left out"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &["clippy::<lint>@<line>", "<lint>@<line>", "E0382@<line>", "source:<fact>"]
    }

    fn tools(&self, exercise: &Exercise) -> Vec<Tool> {
        build::tools(exercise).into_iter().chain([Tool::Clippy]).collect()
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        if let Some(package) = cx.package {
            return of_package(cx, package, done);
        }
        let Some(variant) = Variant::all(cx, true).into_iter().next() else {
            return Step::Verdict(Judgement::of(Verdict::Failed, "the exercise has no edition to build for"));
        };
        let Some(built) = done.first() else {
            return Step::Run(vec![build::compile(cx, variant)]);
        };
        if let Some(fault) = build::fault(cx, built) {
            return Step::Verdict(fault);
        }
        Step::Verdict(judge(cx, build::lints(cx, built)))
    }
}

fn of_package(cx: &Context<'_>, package: &Package, done: &[Finished]) -> Step {
    let Some(variant) = package_build::Variant::all(cx).into_iter().next() else {
        return Step::Verdict(Judgement::of(Verdict::Failed, "the exercise has no profile to build for"));
    };
    let Some(built) = done.first() else {
        return Step::Run(vec![package_build::build_all(cx, package, variant)]);
    };
    let fault = package_build::fault(cx, package, built);
    Step::Verdict(fault.unwrap_or_else(|| judge(cx, package_build::lints(cx, package, built))))
}

fn judge(cx: &Context<'_>, found: Vec<Diagnostic>) -> Judgement {
    let (failing, free): (Vec<_>, Vec<_>) = found
        .into_iter()
        .filter(|finding| !allowed(cx.exercise, finding))
        .partition(|finding| fails(cx.exercise, finding));
    let reason = match failing.len() {
        0 => return Judgement::passed().with_diagnostics(free),
        1 => "it works; the linter has one remark".to_owned(),
        count => format!("it works; the linter has {count} remarks"),
    };
    let signatures = diagnostics::signatures(&failing);
    let found = failing.into_iter().chain(free).collect();
    Judgement::of(Verdict::Failed, reason).with_signatures(signatures).with_diagnostics(found)
}

fn denied(exercise: &Exercise, finding: &Diagnostic) -> bool {
    finding.code.as_ref().is_some_and(|code| exercise.deny.contains(code))
}

/// Whether the set allows this very lint: then it is not even shown.
fn allowed(exercise: &Exercise, finding: &Diagnostic) -> bool {
    !denied(exercise, finding) && finding.code.as_ref().is_some_and(|code| exercise.permit.contains(code))
}

/// Whether a finding that is shown fails the exercise as well. `warnings` in `permit` leaves only what is
/// denied by name.
fn fails(exercise: &Exercise, finding: &Diagnostic) -> bool {
    denied(exercise, finding) || !exercise.permit.contains("warnings")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::{Desk, finished};
    use crate::process::Exit;

    /// Two findings of rustc on line 2 and 5, and one of clippy on line 6: dead code, an unused `mut`, a
    /// needless return.
    const FOUND: &str = include_str!("../../tests/recorded/clippy_three_findings.json");

    fn judged(deny: &[&str], permit: &[&str]) -> (Verdict, Vec<String>, usize) {
        let mut desk = Desk::new("\n\n\n\n\n\n\n\n", "// == checks ==\n");
        desk.exercise.deny = deny.iter().map(|&lint| lint.to_owned()).collect();
        desk.exercise.permit = permit.iter().map(|&word| word.to_owned()).collect();
        let mut built = finished(Exit::Code(0), "");
        built.stderr.bytes = FOUND.as_bytes().to_vec();
        let judged = desk.verdict(&Clippy, &[built]);
        let shown = judged.diagnostics.len();
        (judged.verdict, judged.signatures.into_iter().collect(), shown)
    }

    fn failures(list: &[&str]) -> Vec<String> {
        list.iter().map(|&signature| signature.to_owned()).collect()
    }

    #[test]
    fn every_finding_fails_where_nothing_is_permitted() {
        let all = failures(&["clippy::needless_return@6", "dead_code@2", "unused_mut@5"]);
        assert_eq!(judged(&[], &[]), (Verdict::Failed, all, 3));
    }

    #[test]
    fn a_permitted_lint_is_neither_shown_nor_fails() {
        let rest = failures(&["clippy::needless_return@6", "unused_mut@5"]);
        assert_eq!(judged(&[], &["dead_code"]), (Verdict::Failed, rest, 2));
        let all = ["dead_code", "unused_mut", "clippy::needless_return"];
        assert_eq!(judged(&[], &all), (Verdict::Passed, Vec::new(), 0));
    }

    #[test]
    fn permitted_warnings_are_shown_and_fail_nothing_but_what_is_denied() {
        assert_eq!(judged(&[], &["warnings"]), (Verdict::Passed, Vec::new(), 3));
        let denied = failures(&["unused_mut@5"]);
        assert_eq!(judged(&["unused_mut"], &["warnings", "unused_mut"]), (Verdict::Failed, denied, 3));
    }
}
