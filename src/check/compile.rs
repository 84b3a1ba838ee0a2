//! `compile`: the front end accepts the file. It must not run anything but the build that `test` and
//! `clippy` share.

use super::build::{self, Variant};
use super::{Check, Context, Judgement, Step};
use crate::curriculum::Exercise;
use crate::process::Finished;
use crate::toolchain::Tool;

/// The check word `compile`.
pub struct Compile;

impl Check for Compile {
    fn name(&self) -> &'static str {
        "compile"
    }

    fn passes_when(&self) -> &'static str {
        "the compiler accepts it, in every edition and profile of the exercise"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &["E0382@<line>", "<words-of-the-message>@<line>", "build", "timed_out", "source:<fact>"]
    }

    fn tools(&self, _: &Exercise) -> Vec<Tool> {
        vec![Tool::Rustc]
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        // The same builds as the tests', so that nothing is compiled twice; without tests, the program's.
        let harness = cx.exercise.checks.iter().any(|check| check == "test" || check == "clippy");
        for (place, variant) in Variant::all(cx, harness).into_iter().enumerate() {
            match done.get(place) {
                None => return Step::Run(vec![build::compile(cx, variant)]),
                Some(built) => {
                    if let Some(fault) = build::fault(cx, built) {
                        return Step::Verdict(variant.tell(cx, fault));
                    }
                }
            }
        }
        Step::Verdict(Judgement::passed())
    }
}
