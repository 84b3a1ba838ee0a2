//! A package that goes to a registry on 127.0.0.1 by cargo alone, without a script, and comes from there to a user.

use cargo_roadmap::check::Word;

use super::support::{ADD, Bed, assert_fails, assert_passes, files};

const ENTRY: &str = "[[exercises]]\nname = \"sums\"\nkind = \"todo\"\ntier = \"A\"\nminutes = 5\n\
    checks = [\"publish\"]\nlocked = [\"consumers/**\"]\nlimits = { build_seconds = 120 }\n";

const USER: &str = "[package]\nname = \"shop\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
    [dependencies]\nsums = { version = \"0.1\", registry = \"roadmap\" }\n";

const TEST: &str = "#[test]\nfn adds() {\n    assert_eq!(sums::add(2, 3), 5);\n}\n";

const MANIFEST: &str = "[package]\nname = \"sums\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
    description = \"Sums\"\nlicense = \"MIT\"\n";

fn bed() -> Bed {
    Bed::new(
        ENTRY,
        &[
            ("sums/Cargo.toml.in", MANIFEST),
            ("sums/consumers/fresh/shop/Cargo.toml.in", USER),
            ("sums/consumers/fresh/shop/src/lib.rs", TEST),
            ("solutions/1_first/01_parcels/sums/src/lib.rs", ADD),
        ],
    )
}

#[test]
fn cargo_publishes_where_no_script_does() {
    assert_passes(&bed().judge("sums", &files(&[("Cargo.toml", MANIFEST), ("src/lib.rs", ADD)])));
}

#[test]
fn what_does_not_serve_its_user_and_what_is_refused_fail() {
    let bed = bed();
    let wrong = ADD.replace('+', "-");
    let outcome = bed.judge("sums", &files(&[("Cargo.toml", MANIFEST), ("src/lib.rs", &wrong)]));
    assert_fails(&outcome, &["publish:shop"]);
    let bare = MANIFEST.replace("license = \"MIT\"\n", "");
    let outcome = bed.judge("sums", &files(&[("Cargo.toml", &bare), ("src/lib.rs", ADD)]));
    assert_fails(&outcome, &["publish:refused"]);
}

#[test]
fn nothing_comes_from_anywhere_else() {
    let manifest = format!("{MANIFEST}[dependencies]\nregex = \"1\"\n");
    let outcome = bed().judge("sums", &files(&[("Cargo.toml", &manifest), ("src/lib.rs", ADD)]));
    assert_fails(&outcome, &["publish:release"]);
}

#[cfg(unix)]
#[test]
fn a_script_that_does_not_end_is_ended_with_all_it_started() {
    let entry = ENTRY.replace("= 120", "= 3").replace("kind", "needs = [\"sh\"]\nkind");
    let bed = Bed::new(
        &entry,
        &[("sums/Cargo.toml.in", MANIFEST), ("solutions/1_first/01_parcels/sums/src/lib.rs", ADD)],
    );
    // The name of the sleeping program is its own, so that it can be looked for.
    let script =
        "cp \"$(command -v sleep)\" ./sleeps_beside_the_registry\n./sleeps_beside_the_registry 600 &\nwait\n";
    let learners = [("Cargo.toml", MANIFEST), ("src/lib.rs", ADD), ("release.sh", script)];
    let outcome = bed.judge("sums", &files(&learners));
    assert_eq!(outcome.word(), Word::TimedOut, "{outcome:?}");
    #[cfg(target_os = "linux")]
    for entry in std::fs::read_dir("/proc").unwrap().flatten() {
        let name = std::fs::read_to_string(entry.path().join("comm")).unwrap_or_default();
        assert!(!name.starts_with("sleeps_beside"), "{:?} is still there", entry.path());
    }
}
