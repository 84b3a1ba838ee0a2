//! The shapes that a package can have: workspaces, macros, build scripts, foreign code, benches, programs.

use cargo_roadmap::check::Word;

use super::support::{Bed, assert_fails, assert_passes, files, sums};

/// The entry of a package called `parcel` that is judged by these checks.
fn entry(checks: &str, locked: &str, more: &str) -> String {
    format!(
        "[[exercises]]\nname = \"parcel\"\nkind = \"todo\"\ntier = \"A\"\nminutes = 5\nchecks = {checks}\n\
         locked = {locked}\n{more}\n"
    )
}

const SOLUTION: (&str, &str) = ("solutions/1_first/01_parcels/parcel/src/lib.rs", "\n");

#[test]
fn a_member_that_compiles_only_in_company_is_found_alone() {
    let root = "[workspace]\nresolver = \"3\"\nmembers = [\"base\", \"left\", \"right\"]\n";
    let base =
        "[package]\nname = \"base\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[features]\nextra = []\n";
    let extra = "#[cfg(feature = \"extra\")]\npub fn extra() -> u32 {\n    7\n}\n";
    let user = |name: &str, features: &str| {
        format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[dependencies]\n\
             base = {{ path = \"../base\"{features} }}\n"
        )
    };
    let call = "pub fn seven() -> u32 {\n    base::extra()\n}\n";
    let test = "#[test]\nfn gives_seven() {\n    assert_eq!(right::seven(), 7);\n}\n";
    let bed = Bed::new(
        &entry("[\"compile\", \"test\"]", "[\"**/tests/**\"]", ""),
        &[("parcel/Cargo.toml.in", root), ("parcel/right/tests/seven.rs", test), SOLUTION],
    );
    let package = |right: &str| {
        files(&[
            ("Cargo.toml", root),
            ("base/Cargo.toml", base),
            ("base/src/lib.rs", extra),
            ("left/Cargo.toml", &user("left", ", features = [\"extra\"]")),
            ("left/src/lib.rs", call),
            ("right/Cargo.toml", &user("right", right)),
            ("right/src/lib.rs", call),
        ])
    };
    assert_passes(&bed.judge("parcel", &package(", features = [\"extra\"]")));
    let outcome = bed.judge("parcel", &package(""));
    assert_fails(&outcome, &["E0425@2"]);
    assert!(outcome.checks[0].judgement.reason.starts_with("`right` alone: "), "{outcome:?}");
}

#[test]
fn a_macro_is_built_for_the_compiler_and_tested_by_its_use() {
    let manifest =
        "[package]\nname = \"parcel\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[lib]\nproc-macro = true\n";
    let test = "#[test]\nfn answers() {\n    assert_eq!(parcel::answer!(), 42);\n}\n";
    let bed = Bed::new(
        &entry("[\"compile\", \"test\", \"clippy\"]", "[\"tests/**\", \"Cargo.toml.in\"]", ""),
        &[("parcel/Cargo.toml.in", manifest), ("parcel/tests/answer.rs", test), SOLUTION],
    );
    let code = |value: &str| {
        format!(
            "use proc_macro::TokenStream;\n\n#[proc_macro]\npub fn answer(_: TokenStream) -> TokenStream {{\n    \
             \"{value}\".parse().unwrap_or_default()\n}}\n\n#[test]\nfn inside() {{}}\n"
        )
    };
    let judge = |value: &str| bed.judge("parcel", &files(&[("src/lib.rs", &code(value))]));
    assert_passes(&judge("42"));
    assert_fails(&judge("41"), &["test:answers"]);
    // An expansion that ends the test program has not passed the test.
    assert_fails(&judge("{ std::process::exit(0); 42 }"), &["crashed"]);
}

#[test]
fn a_build_script_compiles_foreign_code() {
    if which::which("cc").is_err() || which::which("ar").is_err() {
        println!("skipped: no C compiler is installed");
        return;
    }
    let script = "use std::process::Command;\n\nfn main() {\n    let out = std::env::var(\"OUT_DIR\").unwrap();\n    \
        let run = |tool: &str, args: &[&str]| {\n        \
        assert!(Command::new(tool).args(args).status().unwrap().success());\n    };\n    \
        let (object, library) = (format!(\"{out}/double.o\"), format!(\"{out}/libdouble.a\"));\n    \
        run(\"cc\", &[\"-c\", \"-fPIC\", \"double.c\", \"-o\", &object]);\n    \
        run(\"ar\", &[\"crs\", &library, &object]);\n    \
        println!(\"cargo::rustc-link-search={out}\");\n    println!(\"cargo::rustc-link-lib=static=double\");\n}\n";
    let code = "unsafe extern \"C\" {\n    safe fn twice(value: i32) -> i32;\n}\n\n\
        pub fn add(left: u32, right: u32) -> u32 {\n    twice(0);\n    left + right\n}\n";
    let c = "int twice(int value) { return 2 * value; }\n";
    let learners = sums(&[("src/lib.rs", code), ("build.rs", script), ("double.c", c)]);
    let bed = Bed::sums("needs = [\"cc\"]\npermit = [\"unsafe\"]");
    assert_passes(&bed.judge("sums", &learners));
}

#[test]
fn benches_and_examples_have_to_compile() {
    let bed = Bed::sums("");
    let bench = "fn main() {\n    println!(\"{}\", sums::add(1, 2));\n}\n";
    let manifest = format!("{}\n[[bench]]\nname = \"speed\"\nharness = false\n", super::support::MANIFEST);
    let with = |text: &str| sums(&[("Cargo.toml", &manifest), ("benches/speed.rs", text)]);
    assert_passes(&bed.judge("sums", &with(bench)));
    assert_fails(&bed.judge("sums", &with(&bench.replace("sums::add", "sums::ad"))), &["E0425@2"]);
}

#[test]
fn a_program_is_run_and_tested_from_outside() {
    let manifest = "[package]\nname = \"parcel\"\nversion = \"0.1.0\"\nedition = \"2024\"\n";
    let test = "use std::process::Command;\n\n#[test]\nfn greets() {\n    \
        let done = Command::new(env!(\"CARGO_BIN_EXE_parcel\")).output().unwrap();\n    \
        assert_eq!(done.stdout, b\"good evening\\n\");\n}\n";
    let bed = Bed::new(
        &entry("[\"run\", \"test\"]", "[\"tests/**\", \"Cargo.toml.in\"]", ""),
        &[("parcel/Cargo.toml.in", manifest), ("parcel/tests/greets.rs", test), SOLUTION],
    );
    let main = |body: &str| files(&[("src/main.rs", &format!("fn main() {{\n    {body}\n}}\n"))]);
    let passed = bed.judge("parcel", &main("println!(\"good evening\");"));
    assert_passes(&passed);
    assert_eq!(passed.checks[0].judgement.output, "good evening\n");
    assert_fails(&bed.judge("parcel", &main("println!(\"good night\");")), &["test:greets"]);
    assert_fails(&bed.judge("parcel", &main("panic!();")), &["exit:101"]);
    let nowhere = bed.judge("parcel", &files(&[("src/lib.rs", "\n")]));
    assert_fails(&nowhere, &["environment-variable-not-defined-at@5"]);
}

#[test]
fn features_and_profiles_multiply_the_checks() {
    let manifest = format!("{}\n[features]\ndefault = [\"loud\"]\nloud = []\n", super::support::MANIFEST);
    let only_loud = "pub fn add(left: u32, right: u32) -> u32 {\n    \
        if cfg!(feature = \"loud\") {\n        left + right\n    } else {\n        0\n    }\n}\n";
    let learners = sums(&[("Cargo.toml", &manifest), ("src/lib.rs", only_loud)]);
    assert_passes(&Bed::sums("").judge("sums", &learners));
    let both = Bed::sums("options = { features = [\"default\", \"none\"] }");
    let outcome = both.judge("sums", &learners);
    assert_fails(&outcome, &["test:adds", "test:adds_nothing"]);
    assert!(outcome.decisive().unwrap().judgement.reason.contains("features none"), "{outcome:?}");
    let only_debug = "pub fn add(left: u32, right: u32) -> u32 {\n    \
        if cfg!(debug_assertions) {\n        left + right\n    } else {\n        0\n    }\n}\n";
    let released = Bed::sums("options = { profiles = [\"debug\", \"release\"] }");
    let outcome = released.judge("sums", &sums(&[("src/lib.rs", only_debug)]));
    assert_fails(&outcome, &["test:adds", "test:adds_nothing"]);
}

#[test]
fn a_target_that_is_not_installed_is_named_with_its_command() {
    let bed = Bed::sums("needs = [\"target:avr-none\"]");
    let outcome = bed.judge("sums", &sums(&[]));
    assert_eq!(outcome.word(), Word::Partial, "{outcome:?}");
    assert!(outcome.checks[0].judgement.reason.contains("rustup target add avr-none"), "{outcome:?}");
}

#[test]
fn a_bare_machine_is_built_for_where_its_library_is_installed() {
    const TARGET: &str = "riscv32i-unknown-none-elf";
    let manifest = "[package]\nname = \"parcel\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
        [profile.dev]\npanic = \"abort\"\n";
    let bed = Bed::new(
        &entry(
            "[\"compile\"]",
            "[\"Cargo.toml.in\"]",
            &format!("needs = [\"target:{TARGET}\"]\npermit = [\"unsafe\"]"),
        ),
        &[("parcel/Cargo.toml.in", manifest), SOLUTION],
    );
    let kernel = "#![no_std]\n#![no_main]\n\n#[panic_handler]\nfn halt(_: &core::panic::PanicInfo<'_>) -> ! {\n    loop {}\n}\n\n\
        #[unsafe(no_mangle)]\npub extern \"C\" fn _start() -> ! {\n    loop {}\n}\n";
    let judged = bed.judge("parcel", &files(&[("src/main.rs", kernel)]));
    if judged.word() == Word::Partial {
        println!("skipped: the standard library of {TARGET} is not installed");
        assert!(
            judged.checks[0].judgement.reason.contains(&format!("rustup target add {TARGET}")),
            "{judged:?}"
        );
        return;
    }
    assert_passes(&judged);
    let hosted = "fn main() {\n    println!(\"good evening\");\n}\n";
    let judged = bed.judge("parcel", &files(&[("src/main.rs", hosted)]));
    assert_eq!(judged.word(), Word::Failed, "{judged:?}");
    let reason = &judged.checks[0].judgement.reason;
    assert!(reason.starts_with(&format!("for {TARGET}: ")), "{reason}");
}
