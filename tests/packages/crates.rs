//! Crates of the set's dependency table that are not on this machine.

use cargo_roadmap::check::{Verdict, Word};

use super::support::{Bed, MANIFEST, files};

const TABLE: &str = "[package]\nname = \"set-crates\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
    [lib]\npath = \"lib.rs\"\n[workspace]\n[dependencies]\nnowhere = \"1\"\n";

const LOCK: &str = "version = 4\n\n[[package]]\nname = \"nowhere\"\nversion = \"1.0.0\"\n\
    source = \"registry+https://github.com/rust-lang/crates.io-index\"\n\
    checksum = \"0000000000000000000000000000000000000000000000000000000000000000\"\n\n\
    [[package]]\nname = \"set-crates\"\nversion = \"0.0.0\"\ndependencies = [\n \"nowhere\",\n]\n";

fn entry(name: &str, more: &str) -> String {
    format!(
        "[[exercises]]\nname = \"{name}\"\nkind = \"todo\"\ntier = \"A\"\nminutes = 5\nchecks = [\"compile\", \"test\"]\n{more}\n"
    )
}

fn assert_waits(bed: &Bed, name: &str, learners: &[(&str, &str)]) {
    let outcome = bed.judge(name, &files(learners));
    assert_eq!(outcome.word(), Word::Partial, "{outcome:?}");
    for result in &outcome.checks {
        let wanted =
            Verdict::Unavailable { tool: "nowhere".to_owned(), install: "cargo roadmap fetch".to_owned() };
        assert_eq!(result.judgement.verdict, wanted, "{outcome:?}");
    }
}

#[test]
fn exercises_wait_for_their_crates_and_the_others_do_not() {
    let below = "// == checks ==\n#[cfg(test)]\nmod checks {\n    #[test]\n    fn runs() {}\n}\n";
    let manifest = format!("{MANIFEST}\n[dependencies]\nnowhere = \"1\"\n");
    let entries = [
        entry("asks", "crates = [\"nowhere\"]"),
        entry("sums", "crates = [\"nowhere\"]\nlocked = [\"tests/**\"]"),
        entry("plain", ""),
    ];
    let bed = Bed::new(
        &entries.concat(),
        &[
            ("asks.rs", below),
            ("plain.rs", below),
            ("sums/Cargo.toml.in", &manifest),
            ("sums/tests/runs.rs", "#[test]\nfn runs() {}\n"),
            ("solutions/1_first/01_parcels/asks.rs", "\n"),
            ("solutions/1_first/01_parcels/plain.rs", "\n"),
            ("solutions/1_first/01_parcels/sums/src/lib.rs", "\n"),
            ("crates/Cargo.toml.in", TABLE),
            ("crates/Cargo.lock", LOCK),
        ],
    );
    assert_waits(&bed, "asks", &[("file", below)]);
    assert_waits(&bed, "sums", &[("Cargo.toml", &manifest), ("src/lib.rs", "\n")]);
    assert_eq!(bed.judge("plain", &files(&[("file", below)])).word(), Word::Passed);
}
