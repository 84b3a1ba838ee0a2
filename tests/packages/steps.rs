//! Steps of a project: each goes on from the one before, and what that one asked stays true.

use cargo_roadmap::curriculum::Exercise;
use cargo_roadmap::engine::job::{earlier_steps, reference_of, start_of};
use cargo_roadmap::workspace::package::Files;

use super::support::{ADD, Bed, MANIFEST, assert_fails, assert_passes, files};

const TWICE: &str = "\npub fn twice(value: u32) -> u32 {\n    add(value, value)\n}\n";

/// A project of two steps: `sums_1_add` and `sums_2_twice`.
fn project() -> Bed {
    let entry = |name: &str, keys: &str| {
        format!(
            "[[exercises]]\nname = \"{name}\"\nkind = \"todo\"\ntier = \"A\"\nminutes = 5\n\
             checks = [\"compile\", \"test\"]\nlocked = [\"tests/**\"]\n{keys}\n"
        )
    };
    let first = "#[test]\nfn adds() {\n    assert_eq!(sums::add(2, 3), 5);\n}\n";
    let second = "#[test]\nfn doubles() {\n    assert_eq!(sums::twice(4), 8);\n}\n";
    let at = |path: &str| format!("solutions/1_first/01_parcels/{path}");
    Bed::new(
        &[entry("sums_1_add", "step = 1"), entry("sums_2_twice", "step = 2\ncarry = \"previous\"")].concat(),
        &[
            ("sums_1_add/Cargo.toml.in", MANIFEST),
            ("sums_1_add/src/lib.rs", "// nothing yet\n"),
            ("sums_1_add/tests/adds.rs", first),
            ("sums_2_twice/Cargo.toml.in", MANIFEST),
            ("sums_2_twice/tests/doubles.rs", second),
            (&at("sums_1_add/src/lib.rs"), ADD),
            (&at("sums_2_twice/src/lib.rs"), &format!("{ADD}{TWICE}")),
        ],
    )
}

fn exercise<'a>(bed: &'a Bed, name: &str) -> &'a Exercise {
    let (_, curriculum) = bed.set();
    curriculum.exercise(curriculum.find(name).unwrap())
}

#[test]
fn a_step_starts_with_the_reference_of_the_one_before() {
    let bed = project();
    let (set, curriculum) = bed.set();
    let second = exercise(&bed, "sums_2_twice");
    assert_eq!(earlier_steps(curriculum, second).len(), 1);
    let text =
        |files: &Files, path: &str| String::from_utf8(files[std::path::Path::new(path)].clone()).unwrap();
    let start = start_of(set, curriculum, second).unwrap();
    assert_eq!(text(&start, "src/lib.rs"), ADD);
    assert!(start.contains_key(std::path::Path::new("tests/doubles.rs")));
    assert_fails(&bed.judge("sums_2_twice", &start), &["E0425@3"]);
    let reference = reference_of(set, curriculum, second).unwrap();
    assert_passes(&bed.judge("sums_2_twice", &reference));
}

#[test]
fn what_the_step_before_asked_stays_true() {
    let bed = project();
    let broken = format!("{}{}", ADD.replace("left + right", "2 * left.max(right)"), TWICE);
    let learners = files(&[("Cargo.toml", MANIFEST), ("src/lib.rs", &broken)]);
    assert_fails(&bed.judge("sums_2_twice", &learners), &["test:adds"]);
}

#[test]
fn a_step_that_nobody_began_says_how_to() {
    let bed = project();
    let outcome = bed.judge("sums_2_twice", &files(&[("Cargo.toml", MANIFEST)]));
    assert_fails(&outcome, &["build"]);
    let reason = &outcome.decisive().unwrap().judgement.reason;
    assert!(reason.contains("cargo roadmap carry sums_2_twice"), "{reason}");
}
