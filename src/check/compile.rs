//! `compile`: the front end accepts the file. It must not run anything but the build that `test` and
//! `clippy` share.

use super::build::{self, Variant};
use super::{Check, Context, Judgement, Package, Step, Verdict, cargo, package_build};
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
        "the compiler accepts it, in every edition and profile of the exercise; each member of a workspace alone as well"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &[
            "E0382@<line>",
            "E0277@checks+<line>",
            "<words-of-the-message>@<line>",
            "build",
            "timed_out",
            "source:<fact>",
        ]
    }

    fn tools(&self, exercise: &Exercise) -> Vec<Tool> {
        build::tools(exercise)
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        if let Some(package) = cx.package {
            return of_package(cx, package, done);
        }
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

/// The whole package in every variant; of a workspace also each member alone, since features that one member switches
/// on are on for all others in a common build.
fn of_package(cx: &Context<'_>, package: &Package, done: &[Finished]) -> Step {
    let targets = package_build::targets(cx.exercise);
    if !targets.is_empty() {
        return for_targets(cx, package, &targets, done);
    }
    let variants = package_build::Variant::all(cx);
    for (place, &variant) in variants.iter().enumerate() {
        let Some(built) = done.get(place) else {
            return Step::Run(vec![package_build::build_all(cx, package, variant)]);
        };
        if let Some(fault) = package_build::fault(cx, package, built) {
            return Step::Verdict(fault);
        }
    }
    let Some(listed) = done.get(variants.len()) else {
        return Step::Run(vec![package_build::metadata(cx, package)]);
    };
    let Some(metadata) = cargo::metadata(&listed.stdout.text()) else {
        let odd = Judgement::of(Verdict::Failed, "cargo could not list the packages");
        return Step::Verdict(odd.with_signatures(["build".to_owned()]).with_detail(listed.stderr.text()));
    };
    let members = metadata.workspace_packages();
    if members.len() < 2 {
        return Step::Verdict(Judgement::passed());
    }
    for (place, member) in members.into_iter().enumerate() {
        let Some(alone) = done.get(variants.len() + 1 + place) else {
            return Step::Run(vec![package_build::check_alone(cx, package, &member.name)]);
        };
        if let Some(fault) = package_build::fault_alone(cx, alone) {
            let reason = format!("`{}` alone: {}", member.name, fault.reason);
            return Step::Verdict(Judgement { reason, ..fault });
        }
    }
    Step::Verdict(Judgement::passed())
}

/// A package for another machine is built for that one only: here it may have neither a `main` nor a library to stand on.
fn for_targets(cx: &Context<'_>, package: &Package, targets: &[&str], done: &[Finished]) -> Step {
    for (place, target) in targets.iter().enumerate() {
        let Some(built) = done.get(place) else {
            return Step::Run(vec![package_build::build_for(cx, package, target)]);
        };
        if let Some(fault) = package_build::fault(cx, package, built) {
            let reason = format!("for {target}: {}", fault.reason);
            return Step::Verdict(Judgement { reason, ..fault });
        }
    }
    Step::Verdict(Judgement::passed())
}
