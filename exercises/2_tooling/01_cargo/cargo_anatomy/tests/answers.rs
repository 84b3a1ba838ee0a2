//! Each answer is compared with what cargo says of `subject/` now.

mod subject;

use cargo_anatomy as said;
use subject::{compiled_again, features, targets};

/// Asks cargo only where there is an answer, and says why only where it is wrong.
#[track_caller]
fn compare(question: &str, said: said::Names, truth: impl FnOnce() -> Vec<String>, why: &str) {
    let Some(said) = said else {
        panic!("still open: {question}");
    };
    let mut said: Vec<String> = said.iter().map(|&name| name.to_owned()).collect();
    said.sort();
    let truth = truth();
    assert!(
        said == truth,
        "{question}\n  you say:    {said:?}\n  cargo says: {truth:?}\n{why}"
    );
}

#[test]
fn programs() {
    compare(
        "which programs has `orchard`?",
        said::PROGRAMS,
        || targets("orchard", "bin"),
        "`src/main.rs` makes a program with the package's name. In `src/bin` each file makes one, \
         and so does each directory with a `main.rs`; its other files are modules of it. Other \
         directories in `src` make none.",
    );
}

#[test]
fn integration_tests() {
    compare(
        "which integration tests has `orchard`?",
        said::TESTS,
        || targets("orchard", "test"),
        "Each file directly in `tests` is a test program of its own. A directory counts only if it \
         holds a `main.rs`, which is why helpers go to `common/mod.rs`.",
    );
}

#[test]
fn examples() {
    compare(
        "which examples has `orchard`?",
        said::EXAMPLES,
        || targets("orchard", "example"),
        "Examples are found as programs in `src/bin` are: files, and directories with a `main.rs`.",
    );
}

#[test]
fn press_for_orchard() {
    compare(
        "the features of `press` in `cargo build -p orchard`?",
        said::PRESS_FOR_ORCHARD,
        || features("press", &["-p", "orchard", "-e", "normal"]),
        "A feature can switch on others, as `[features]` of `press` says. What only `[dev-dependencies]` ask for is left out when no test, example or bench is built.",
    );
}

#[test]
fn press_for_its_tests() {
    compare(
        "the features of `press` in `cargo test -p orchard`?",
        said::PRESS_FOR_ITS_TESTS,
        || features("press", &["-p", "orchard", "-e", "normal,dev"]),
        "The program under test and its tests share one `press`: it gets what either of them asks for.",
    );
}

#[test]
fn press_without_defaults() {
    compare(
        "the features of `press` in `cargo build -p orchard --no-default-features`?",
        said::PRESS_WITHOUT_DEFAULTS,
        || {
            features(
                "press",
                &["-p", "orchard", "-e", "normal", "--no-default-features"],
            )
        },
        "The switch leaves out the default features of the packages you build, not those of their \
         dependencies. What `orchard` asks of `press` stands in its manifest, and stays.",
    );
}

#[test]
fn press_for_all() {
    compare(
        "the features of `press` in `cargo build --workspace`?",
        said::PRESS_FOR_ALL,
        || features("press", &["--workspace", "-e", "normal"]),
        "Built together, all members share one `press` with what each of them asks for in this \
         command, so another package's wishes do reach you. What only their tests want is not asked for here.",
    );
}

#[test]
fn labels_in_the_programs() {
    compare(
        "the features of `labels` in the programs of `orchard`?",
        said::LABELS_IN_THE_PROGRAMS,
        || features("labels", &["-p", "orchard", "-e", "normal"]),
        "A build script is built for the machine that builds; its dependencies are built for it \
         apart, with features of their own.",
    );
}

#[test]
fn after_the_press() {
    compare(
        "what is compiled again after `press/src/lib.rs` was saved?",
        said::AFTER_THE_PRESS,
        || compiled_again("press/src/lib.rs"),
        "All that depend on it, and nothing beside them.",
    );
}

#[test]
fn after_orchards_notes() {
    compare(
        "what is compiled again after `orchard/notes.txt` was saved?",
        said::AFTER_ORCHARDS_NOTES,
        || compiled_again("orchard/notes.txt"),
        "A build script that does not say what it reads is run again after any change in its \
         package, and the package is then compiled again.",
    );
}

#[test]
fn after_markets_notes() {
    compare(
        "what is compiled again after `market/notes.txt` was saved?",
        said::AFTER_MARKETS_NOTES,
        || compiled_again("market/notes.txt"),
        "With one line `cargo::rerun-if-changed=…` a build script names what it reads, and from then \
         on nothing else wakes it.",
    );
}

#[test]
fn after_an_example() {
    compare(
        "what is compiled again after `market/examples/stall.rs` was saved?",
        said::AFTER_AN_EXAMPLE,
        || compiled_again("market/examples/stall.rs"),
        "`cargo build` makes libraries and programs. Examples are compiled when they or the tests \
         are asked for.",
    );
}
