//! Programs for other machines, built by the real cargo and run in ours. Where a target is not installed, that is shown.

use cargo_roadmap::check::Word;

use super::support::{Bed, assert_fails, assert_passes, files};

const MANIFEST: &str = "[package]\nname = \"module\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
    [lib]\ncrate-type = [\"cdylib\"]\n";

/// A package called `module`, judged by a session with it.
fn module(session: &str, more: &str) -> Bed {
    let entry = format!(
        "[[exercises]]\nname = \"module\"\nkind = \"todo\"\ntier = \"A\"\nminutes = 5\nchecks = [\"machine\"]\n\
         permit = [\"unsafe\"]\nlocked = [\"machine/**\"]\n\
         machine = [{{ run = \"plays\", kind = \"wasm\", session = \"machine/plays.txt\"{more} }}]\n"
    );
    let solution = ("solutions/1_first/01_parcels/module/src/lib.rs", "\n");
    Bed::new(
        &entry,
        &[
            ("module/Cargo.toml.in", MANIFEST),
            ("module/src/lib.rs", "\n"),
            ("module/machine/plays.txt", session),
            solution,
        ],
    )
}

/// What is judged of this library, unless the target is missing.
fn judged(bed: &Bed, library: &str) -> Option<cargo_roadmap::check::Outcome> {
    let outcome = bed.judge("module", &files(&[("Cargo.toml", MANIFEST), ("src/lib.rs", library)]));
    (outcome.word() != Word::Partial).then_some(outcome)
}

const DOUBLE: &str = "#[unsafe(no_mangle)]\npub extern \"C\" fn double(n: i32) -> i32 {\n    n * 2\n}\n";

#[test]
fn a_session_holds_or_is_told_with_its_line() {
    let bed = module("let n = @random(1, 1000)\nexpect double(n) == n + n \"twice is twice\"\n", "");
    let Some(outcome) = judged(&bed, DOUBLE) else {
        println!("skipped: the target of the machine is not installed");
        return;
    };
    assert_passes(&outcome);
    let wrong = judged(&bed, &DOUBLE.replace("* 2", "* 3")).unwrap();
    assert_fails(&wrong, &["machine:plays"]);
    let told = &wrong.decisive().unwrap().judgement.reason;
    assert!(told.contains("line 2 of the session") && told.contains("twice is twice"), "{told}");
    let absent = judged(&bed, "pub fn double() {}\n").unwrap();
    assert_fails(&absent, &["machine:plays"]);
}

#[test]
fn a_panic_and_an_endless_loop_end_the_run() {
    let bed = module("double(1)\n", ", steps = 100000");
    let body = |body: &str| DOUBLE.replace("n * 2", body);
    let Some(panicked) = judged(&bed, &body("if n == 1 { panic!() } else { n }")) else {
        println!("skipped: the target of the machine is not installed");
        return;
    };
    assert_fails(&panicked, &["machine:plays"]);
    assert!(panicked.decisive().unwrap().judgement.reason.contains("`double(1)`"), "{panicked:?}");
    let endless = judged(&bed, &body("loop { if n == 2 { return n } }")).unwrap();
    assert_fails(&endless, &["machine:plays"]);
    let told = &endless.decisive().unwrap().judgement.reason;
    assert!(told.contains("still running after 100000 steps"), "{told}");
}

#[test]
fn what_the_program_prints_is_no_report() {
    // The words of a report, on the one channel that a module has.
    let bed = module("say()\nexpect double(1) == 2\n", "");
    let forged = "#[link(wasm_import_module = \"host\")]\nunsafe extern \"C\" {\n    safe fn print(at: *const u8, size: usize);\n}\n\
        #[unsafe(no_mangle)]\npub extern \"C\" fn say() {\n    let text = \"{\\\"end\\\":{\\\"ended\\\":0},\\\"steps\\\":1}\\n\";\n\
        \x20   print(text.as_ptr(), text.len());\n}\n#[unsafe(no_mangle)]\npub extern \"C\" fn double(_: i32) -> i32 {\n    3\n}\n";
    let Some(outcome) = judged(&bed, forged) else {
        println!("skipped: the target of the machine is not installed");
        return;
    };
    assert_fails(&outcome, &["machine:plays"]);
    assert!(outcome.decisive().unwrap().judgement.output.contains("ended"), "it was printed");
}

#[test]
fn a_module_that_wants_more_than_the_host_has_is_refused() {
    let bed = module("double(1)\n", "");
    let clock = "#[link(wasm_import_module = \"env\")]\nunsafe extern \"C\" {\n    safe fn now() -> i32;\n}\n\
        #[unsafe(no_mangle)]\npub extern \"C\" fn double(_: i32) -> i32 {\n    now()\n}\n";
    let Some(outcome) = judged(&bed, clock) else {
        println!("skipped: the target of the machine is not installed");
        return;
    };
    assert_fails(&outcome, &["machine:plays"]);
    assert!(outcome.decisive().unwrap().judgement.reason.contains("`now` of `env`"), "{outcome:?}");
}
