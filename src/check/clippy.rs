//! `clippy`: no finding at the set's level or in the exercise's `deny`, read from the build that `test`
//! shares. It must not report what stands below the line: that part is ours.

use super::build::{self, Variant};
use super::{Check, Context, Judgement, Step, Verdict, diagnostics};
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

    fn tools(&self, _: &Exercise) -> Vec<Tool> {
        vec![Tool::Rustc, Tool::Clippy]
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        let Some(variant) = Variant::all(cx, true).into_iter().next() else {
            return Step::Verdict(Judgement::of(Verdict::Failed, "the exercise has no edition to build for"));
        };
        let Some(built) = done.first() else {
            return Step::Run(vec![build::compile(cx, variant)]);
        };
        if let Some(fault) = build::fault(cx, built) {
            return Step::Verdict(fault);
        }
        let found = build::lints(cx, built);
        let reason = match found.len() {
            0 => return Step::Verdict(Judgement::passed()),
            1 => "it works; the linter has one remark".to_owned(),
            count => format!("it works; the linter has {count} remarks"),
        };
        Step::Verdict(
            Judgement::of(Verdict::Failed, reason)
                .with_signatures(diagnostics::signatures(&found))
                .with_diagnostics(found),
        )
    }
}
