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
        "rustc and clippy have nothing to remark, the lints that the exercise names included"
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
        Step::Verdict(judge(build::lints(cx, built)))
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
    Step::Verdict(fault.unwrap_or_else(|| judge(package_build::lints(cx, package, built))))
}

fn judge(found: Vec<Diagnostic>) -> Judgement {
    let reason = match found.len() {
        0 => return Judgement::passed(),
        1 => "it works; the linter has one remark".to_owned(),
        count => format!("it works; the linter has {count} remarks"),
    };
    Judgement::of(Verdict::Failed, reason)
        .with_signatures(diagnostics::signatures(&found))
        .with_diagnostics(found)
}
