//! The commands as a user calls them, on the set in the binary: exit codes, words, files, JSON.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test starts the program and ends where something is missing"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

struct User {
    home: tempfile::TempDir,
}

impl User {
    /// A directory of their own with a workspace in `./roadmap`.
    fn with_workspace() -> Self {
        let user = Self { home: tempfile::tempdir().unwrap() };
        let made = user.roadmap(&["init"]);
        assert!(made.status.success(), "{made:?}");
        user
    }

    fn workspace(&self) -> PathBuf {
        self.home.path().join("roadmap")
    }

    fn roadmap(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-roadmap"));
        command.args(args).current_dir(self.home.path()).env("COLUMNS", "80");
        command.env("XDG_STATE_HOME", self.home.path().join(".state"));
        for name in ["NO_COLOR", "CARGO_TERM_COLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        command
    }

    fn json(&self, args: &[&str]) -> Value {
        let output = self.roadmap(&[args, &["--format", "json"]].concat());
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
    }

    fn file(&self, name: &str) -> PathBuf {
        let map = self.json(&["list"]);
        let path = exercises(&map).find(|e| e["name"] == name).unwrap()["path"].as_str().unwrap().to_owned();
        self.workspace().join(path)
    }

    /// Puts `part` above the line of an exercise.
    fn answer(&self, name: &str, part: &str) {
        let file = self.file(name);
        let text = std::fs::read_to_string(&file).unwrap();
        let line = text.rfind("// == checks ==").unwrap();
        std::fs::write(&file, format!("{part}{}", &text[line..])).unwrap();
    }

    fn solve(&self, name: &str) {
        let file = self.file(name);
        let inside = file.strip_prefix(self.workspace().join("exercises")).unwrap();
        let solution = Path::new(env!("CARGO_MANIFEST_DIR")).join("solutions").join(inside);
        self.answer(name, &std::fs::read_to_string(solution).unwrap());
    }
}

fn exercises(map: &Value) -> impl Iterator<Item = &Value> {
    map["stages"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|stage| stage["topics"].as_array().unwrap())
        .flat_map(|topic| topic["exercises"].as_array().unwrap())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_three_ways_to_call_it_are_one() {
    let user = User { home: tempfile::tempdir().unwrap() };
    let plain = user.roadmap(&["--help"]);
    assert!(plain.status.success());
    assert_eq!(plain.stdout, user.roadmap(&["roadmap", "--help"]).stdout);
    assert!(text(&plain.stdout).contains("cargo roadmap"));
}

#[test]
fn cargo_finds_it_and_its_help() {
    let dir = Path::new(env!("CARGO_BIN_EXE_cargo-roadmap")).parent().unwrap();
    let path = std::env::join_paths(
        std::iter::once(dir.to_path_buf()).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    );
    let output = Command::new("cargo").args(["help", "roadmap"]).env("PATH", path.unwrap()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(text(&output.stdout).contains("verify"), "{output:?}");
}

#[test]
fn init_makes_a_workspace_and_refuses_a_directory_with_something_in_it() {
    let user = User::with_workspace();
    for name in
        ["Cargo.toml", ".gitignore", ".git", "kit/Cargo.toml", "exercises/1_core/01_variables/README.md"]
    {
        assert!(user.workspace().join(name).exists(), "{name}");
    }
    let tests_of_tests = user.workspace().join("exercises/2_tooling/03_testing");
    assert!(tests_of_tests.join("kill_the_mutants.rs").exists());
    assert!(!tests_of_tests.join("kill_the_mutants").exists(), "planted faults are for the tests to find");
    let before = std::fs::read(user.workspace().join("Cargo.toml")).unwrap();
    let again = user.roadmap(&["init"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(text(&again.stderr).contains("is not empty"), "{again:?}");
    assert_eq!(std::fs::read(user.workspace().join("Cargo.toml")).unwrap(), before);
    let metadata = Command::new("cargo")
        .args(["metadata", "--offline", "--no-deps", "--format-version", "1"])
        .current_dir(user.workspace())
        .output()
        .unwrap();
    assert!(metadata.status.success(), "{}", text(&metadata.stderr));
}

#[test]
fn an_item_of_a_prediction_gives_its_reason_only_after_an_answer() {
    let user = User::with_workspace();
    let topic = user.workspace().join("exercises/1_core/02_ownership");
    let items = std::fs::read_dir(topic.join("move_map/items")).unwrap().flatten();
    let texts: Vec<String> = items.map(|item| std::fs::read_to_string(item.path()).unwrap()).collect();
    assert_eq!(texts.len(), 10);
    assert!(texts.iter().all(|text| text.contains("fn main()") && !text.contains("why:")), "{texts:?}");
    let reason = "does not ask whether a";
    let open = user.roadmap(&["run", "move_map"]);
    assert!(!text(&open.stdout).contains(reason) && !text(&open.stdout).contains("E0382"), "{open:?}");
    let file = topic.join("move_map.rs");
    let start = std::fs::read_to_string(&file).unwrap();
    let guess = start.replace("ITEM_01: Answer = Open", "ITEM_01: Answer = Compiles(\"books\").sure(90)");
    assert_ne!(start, guess);
    std::fs::write(&file, guess).unwrap();
    let wrong = user.roadmap(&["run", "move_map"]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(
        text(&wrong.stdout).contains(reason) && text(&wrong.stdout).contains("E0382 on line 11"),
        "{wrong:?}"
    );
    assert!(!text(&wrong.stdout).contains("takes nothing"), "nothing about an open item: {wrong:?}");
}

#[test]
fn a_solution_turns_failed_into_passed_and_the_map_follows() {
    let user = User::with_workspace();
    let failed = user.roadmap(&["run", "first_light"]);
    assert_eq!(failed.status.code(), Some(1));
    let first = text(&failed.stdout).lines().next().unwrap_or_default().to_owned();
    assert!(first.contains("first_light") && first.contains("failed"), "{failed:?}");
    user.solve("first_light");
    let passed = user.roadmap(&["run", "first_light"]);
    assert_eq!(passed.status.code(), Some(0), "{passed:?}");
    assert!(text(&passed.stdout).contains("  next  cargo roadmap run "), "{passed:?}");
    let map = user.json(&["list"]);
    assert_eq!(exercises(&map).find(|e| e["name"] == "first_light").unwrap()["state"], "done");
    assert_eq!(map["stages"][0]["topics"][0]["state"], "started");
    assert_eq!(map["stages"][0]["topics"][1]["state"], "untouched");
}

#[test]
fn a_pass_whose_source_changed_since_is_shown_as_such() {
    let user = User::with_workspace();
    user.solve("first_light");
    user.roadmap(&["run", "first_light"]);
    user.answer("first_light", "fn main() {}\n");
    let map = user.json(&["list"]);
    let first = exercises(&map).next().unwrap().clone();
    assert_eq!((first["state"].as_str(), first["changed"].as_bool()), (Some("done"), Some(true)));
}

#[test]
fn reset_brings_the_start_back_keeps_the_old_text_and_can_be_undone() {
    let user = User::with_workspace();
    let file = user.file("first_light");
    let start = std::fs::read_to_string(&file).unwrap();
    user.solve("first_light");
    let mine = std::fs::read_to_string(&file).unwrap();
    user.roadmap(&["run", "first_light"]);
    let reset = user.roadmap(&["reset", "first_light"]);
    assert_eq!(reset.status.code(), Some(0), "{reset:?}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), start);
    let told = text(&reset.stderr);
    let backup = told.split("What you had is in ").nth(1).unwrap().trim().trim_end_matches('.');
    assert_eq!(std::fs::read_to_string(user.home.path().join(backup)).unwrap(), mine);
    assert_eq!(exercises(&user.json(&["list"])).next().unwrap()["state"], "pending");
    let undo = user.roadmap(&["reset", "--undo", "first_light"]);
    assert_eq!(undo.status.code(), Some(0), "{undo:?}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), mine);
}

#[test]
fn hints_climb_and_the_solution_opens_after_the_third() {
    let user = User::with_workspace();
    assert_eq!(user.roadmap(&["solution", "first_light"]).status.code(), Some(2));
    let rungs: Vec<Value> = (0..4).map(|_| user.json(&["hint", "first_light"])["rung"].clone()).collect();
    assert_eq!(rungs, [1, 2, 3, 3]);
    let solution = user.roadmap(&["solution", "first_light"]);
    assert!(text(&solution.stdout).contains("Why so"), "{solution:?}");
}

#[test]
fn an_unknown_name_gets_the_nearest_ones() {
    let user = User::with_workspace();
    for args in [&["run", "first_lihgt"][..], &["verify", "first_lihgt"], &["hint", "first_lihgt"]] {
        let output = user.roadmap(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(text(&output.stderr).contains("`first_light`"), "{output:?}");
    }
}

#[test]
fn verify_speaks_the_machine_contract_and_remembers() {
    let user = User::with_workspace();
    user.solve("first_light");
    let first = user.json(&["verify", "first_light", "tail_expression"]);
    assert_eq!(first["version"], 1);
    assert_eq!(keys(&first), ["exercises", "summary", "version"]);
    assert_eq!(keys(&first["exercises"][0]), ["cached", "checks", "name", "outcome", "stage", "topic"]);
    let check = &first["exercises"][0]["checks"][0];
    assert_eq!(keys(check), ["check", "duration_ms", "install", "reason", "verdict"]);
    assert_eq!(keys(&first["summary"]), ["failed", "mastered_topics", "partial", "passed", "total"]);
    assert_eq!(first["summary"]["passed"], 1);
    assert_eq!(first["exercises"][0]["cached"], false);
    let second = user.json(&["verify", "first_light", "tail_expression"]);
    assert_eq!(
        (&second["exercises"][0]["cached"], &second["exercises"][1]["cached"]),
        (&true.into(), &true.into())
    );
    let fresh = user.json(&["verify", "first_light", "--fresh"]);
    assert_eq!(fresh["exercises"][0]["cached"], false);
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn nothing_selected_is_no_failure_and_says_so() {
    let user = User::with_workspace();
    let output = user.roadmap(&["verify"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).contains("Nothing was started"), "{output:?}");
}

#[test]
fn somebody_else_s_workspace_is_judged_without_its_state() {
    let (teacher, learner) = (User::with_workspace(), User::with_workspace());
    learner.solve("first_light");
    let dir = learner.workspace();
    let graded = teacher.json(&["verify", "--dir", dir.to_str().unwrap(), "first_light"]);
    assert_eq!(graded["summary"]["passed"], 1);
    assert_eq!(exercises(&teacher.json(&["list"])).next().unwrap()["state"], "pending");
    assert_eq!(exercises(&learner.json(&["list"])).next().unwrap()["state"], "pending");
}

#[test]
fn a_closed_pipe_is_no_error() {
    let user = User::with_workspace();
    let program = env!("CARGO_BIN_EXE_cargo-roadmap");
    let script = format!("'{program}' list | head -n 1 >/dev/null; echo ${{PIPESTATUS[0]}}");
    let output = Command::new("bash").args(["-c", &script]).current_dir(user.home.path()).output().unwrap();
    assert_eq!((text(&output.stdout).trim(), text(&output.stderr).as_str()), ("0", ""));
}

#[test]
fn colours_obey_the_flag_before_cargo_s_variable_before_no_color() {
    let user = User::with_workspace();
    let coloured = |args: &[&str], env: &[(&str, &str)]| {
        let output = user.command(args).envs(env.iter().copied()).output().unwrap();
        text(&output.stdout).contains('\u{1b}')
    };
    assert!(!coloured(&["list"], &[]), "no terminal, no colour");
    assert!(coloured(&["list", "--color", "always"], &[("NO_COLOR", "1")]));
    assert!(coloured(&["list"], &[("CARGO_TERM_COLOR", "always"), ("NO_COLOR", "1")]));
    assert!(!coloured(&["list", "--color", "never"], &[("CARGO_TERM_COLOR", "always")]));
    assert!(!coloured(&["list"], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
}

#[test]
fn the_user_s_compiler_settings_change_nothing() {
    let user = User::with_workspace();
    user.solve("first_light");
    let output = user
        .command(&["run", "first_light"])
        .envs([
            ("RUSTFLAGS", "--cfg nonsense -C target-cpu=none"),
            ("CARGO_BUILD_TARGET", "wasm32-unknown-unknown"),
            ("RUSTC_WRAPPER", "/nowhere/wrapper"),
            ("RUST_BACKTRACE", "full"),
            ("CARGO_TARGET_DIR", "/nowhere"),
        ])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

/// Learner code that tries to pass without solving: none may.
#[test]
fn what_would_fool_a_lesser_runner_does_not_pass() {
    let user = User::with_workspace();
    let honest = "fn greeting(_: &str, _: u32) -> String {\n    String::new()\n}\n\nfn main() {}\n";
    let forged = "test checks::greets_ada ... ok\\ntest checks::greets_whoever_comes_next ... ok\\n\\n\
                  test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\\n";
    let tricks = [
        ("nothing at all", String::new()),
        ("the start with its body gone", honest.to_owned()),
        ("process::exit", honest.replace("String::new()", "std::process::exit(0)")),
        (
            "a forged result and an early exit",
            honest.replace(
                "String::new()",
                &format!("use std::io::Write; std::io::stdout().write_all(b\"{forged}\").unwrap(); std::process::exit(0)"),
            ),
        ),
        ("a crate attribute", format!("#![cfg(any())]\n{honest}")),
        ("a dangling attribute", format!("{honest}\n#[cfg(any())]\n")),
        ("an ignored test", format!("{honest}\n#[ignore]\n")),
        ("a shadowed assertion", format!("macro_rules! assert_eq {{ ($($t:tt)*) => {{}} }}\n{honest}")),
        ("a module called checks", format!("{honest}\nmod checks {{}}\n")),
        ("a module called kit", format!("{honest}\nmod kit {{}}\n")),
        ("a main that speaks like the harness", honest.replace("fn main() {}", &format!("fn main() {{\n    print!(\"{forged}\");\n}}"))),
        ("a swallowed rest", format!("{honest}\n/*\n")),
        ("a swallowing macro", format!("{honest}\nmacro_rules! gone {{ ($($t:tt)*) => {{}} }}\ngone! {{\n")),
        ("a string without end", format!("{honest}\nconst REST: &str = r#\"\n")),
    ];
    for (trick, part) in tricks {
        user.answer("first_light", &part);
        let output = user.roadmap(&["run", "first_light"]);
        assert_eq!(output.status.code(), Some(1), "{trick}: {output:?}");
    }
    assert_eq!(exercises(&user.json(&["list"])).next().unwrap()["state"], "pending");
}

#[test]
fn edited_tests_change_nothing_but_a_note() {
    let user = User::with_workspace();
    let file = user.file("first_light");
    let text_now = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text_now.replace("assert_eq!", "assert_ne!")).unwrap();
    let failed = user.roadmap(&["run", "first_light"]);
    assert_eq!(failed.status.code(), Some(1));
    user.solve("first_light");
    let passed = user.roadmap(&["run", "first_light"]);
    assert_eq!(passed.status.code(), Some(0));
    assert!(text(&passed.stdout).contains("note:"), "{passed:?}");
}

#[test]
fn a_hidden_linter_makes_partial_and_never_failed_or_passed() {
    let user = User::with_workspace();
    // A toolchain without clippy: links to everything else of the real one.
    let sysroot = text(&Command::new("rustc").args(["--print", "sysroot"]).output().unwrap().stdout);
    let (real, fake) = (PathBuf::from(sysroot.trim()), user.home.path().join("toolchain"));
    std::fs::create_dir_all(fake.join("bin")).unwrap();
    for program in ["rustc", "cargo", "rustfmt"] {
        std::os::unix::fs::symlink(real.join("bin").join(program), fake.join("bin").join(program)).unwrap();
    }
    std::os::unix::fs::symlink(real.join("lib"), fake.join("lib")).unwrap();
    user.solve("tail_expression");
    let output = user
        .command(&["run", "tail_expression", "--format", "json"])
        .env("CARGO", fake.join("bin/cargo"))
        .env("RUSTUP_TOOLCHAIN", "fake")
        .env("LD_LIBRARY_PATH", real.join("lib"))
        .output()
        .unwrap();
    // rustc follows its own link to find its sysroot, and then clippy beside the real one.
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    if value["outcome"] == "passed" {
        println!("skipped: this rustc finds its own directory through a link");
        return;
    }
    assert_eq!((value["outcome"].as_str(), output.status.code()), (Some("partial"), Some(3)), "{value}");
    let clippy =
        value["checks"].as_array().unwrap().iter().find(|check| check["check"] == "clippy").unwrap().clone();
    assert_eq!(clippy["verdict"], "unavailable");
    assert_eq!(clippy["install"], "rustup component add clippy");
}

#[test]
fn a_broken_set_is_told_with_file_line_and_mend_and_nothing_is_touched() {
    let user = User { home: tempfile::tempdir().unwrap() };
    std::fs::write(
        user.home.path().join("info.toml"),
        "format_version = 2\n\n[[stages]]\nid = \"a b\"\nname = 3\n",
    )
    .unwrap();
    let output = user.roadmap(&["init"]);
    assert_eq!(output.status.code(), Some(4), "{output:?}");
    let told = text(&output.stderr);
    assert!(told.contains("info.toml:"), "{told}");
    assert!(!user.workspace().exists(), "nothing was made");
}

#[test]
fn a_set_of_format_one_works_as_it_is() {
    let user = User { home: tempfile::tempdir().unwrap() };
    let dir = user.home.path().join("exercises/01_sums");
    std::fs::create_dir_all(&dir).unwrap();
    let info = "format_version = 1\n\n[[exercises]]\nname = \"sums1\"\ndir = \"01_sums\"\nhint = \"Add.\"\n";
    std::fs::write(user.home.path().join("info.toml"), info).unwrap();
    let start = "fn sum(a: u32, b: u32) -> u32 {\n    a - b\n}\n\nfn main() {}\n\n#[cfg(test)]\nmod tests {\n    \
                 use super::*;\n\n    #[test]\n    fn adds() {\n        assert_eq!(sum(2, 1), 3);\n    }\n}\n";
    std::fs::write(dir.join("sums1.rs"), start).unwrap();
    let failed = user.roadmap(&["run", "--trust"]);
    assert_eq!(failed.status.code(), Some(1), "{failed:?}");
    let mine = user.workspace().join("exercises/01_sums/sums1.rs");
    std::fs::write(&mine, start.replace("a - b", "a + b")).unwrap();
    let passed = user.roadmap(&["run"]);
    assert_eq!(passed.status.code(), Some(0), "{passed:?}");
}

#[test]
fn what_rustlings_says_is_done_is_taken_over_once() {
    let user = User { home: tempfile::tempdir().unwrap() };
    let at = |name: &str| user.home.path().join(name);
    std::fs::create_dir_all(at("exercises")).unwrap();
    let entry = |name: &str| format!("[[exercises]]\nname = \"{name}\"\nhint = \"h\"\n");
    let info = format!("format_version = 1\n{}{}{}", entry("one"), entry("two"), entry("three"));
    std::fs::write(at("info.toml"), info).unwrap();
    for name in ["one", "two", "three"] {
        // rustlings is content with a file that has no tests, and so are we.
        std::fs::write(at(&format!("exercises/{name}.rs")), "fn main() {}\n").unwrap();
    }
    let state = "DON'T EDIT THIS FILE!\n\ntwo\n\none\nthree\ngone\n";
    std::fs::write(at(".rustlings-state.txt"), state).unwrap();
    assert_eq!(user.roadmap(&["init"]).status.code(), Some(0));
    let first = user.roadmap(&["hint"]);
    let told = text(&first.stdout) + &text(&first.stderr);
    assert!(told.contains("2 exercises are done: taken over"), "{told}");
    assert!(told.contains("two"), "the current exercise is the one that it was: {told}");
    let again = user.roadmap(&["hint"]);
    assert!(!(text(&again.stdout) + &text(&again.stderr)).contains("taken over"), "{again:?}");
    let judged = user.roadmap(&["run", "--trust"]);
    assert_eq!(judged.status.code(), Some(0), "{judged:?}");
    assert_eq!(
        std::fs::read_to_string(at(".rustlings-state.txt")).unwrap(),
        state,
        "rustlings goes on with it"
    );
}

/// cargo looks upwards for a workspace, and finds the learner's own manifest above the directory in which packages are
/// built.
#[test]
fn packages_are_judged_below_the_learners_own_manifest() {
    let user = User::with_workspace();
    let value = user.json(&["run", "ship_1_real_registry"]);
    let reason = value["checks"][0]["reason"].as_str().unwrap_or_default().to_owned();
    assert!(reason.contains("nothing new is in the registry"), "{value}");
}

#[test]
fn a_read_only_workspace_is_judged_and_says_that_nothing_is_recorded() {
    let user = User::with_workspace();
    user.solve("first_light");
    let ours = user.workspace().join(".roadmap");
    let set = |mode: u32| {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(&ours, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    set(0o555);
    let may_write_anyway = std::fs::write(ours.join("probe"), "x").is_ok();
    let output = user.roadmap(&["run", "first_light"]);
    set(0o755);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    if may_write_anyway {
        println!("skipped: this user may write everywhere");
        return;
    }
    assert!(text(&output.stdout).contains("nothing is recorded"), "{output:?}");
}

/// Nothing is solved yet, and the first exercise, which is a program, does not compile.
#[test]
fn one_exercise_is_tested_by_hand_while_others_do_not_compile() {
    let user = User::with_workspace();
    user.solve("move_map");
    let cargo = |args: &[&str]| {
        let mut command = Command::new("cargo");
        command.args(args).arg("--offline").current_dir(user.workspace());
        command.env("CARGO_TARGET_DIR", user.home.path().join("target")).output().unwrap()
    };
    let tested = cargo(&["test", "--test", "move_map"]);
    assert!(tested.status.success(), "{tested:?}");
    assert!(text(&tested.stdout).contains("test checks::answers ... ok"), "{tested:?}");
    let broken = cargo(&["run", "--example", "first_light"]);
    assert!(!broken.status.success(), "the start does not compile: {broken:?}");
    user.solve("first_light");
    let ran = cargo(&["run", "--example", "first_light"]);
    assert!(ran.status.success() && !ran.stdout.is_empty(), "{ran:?}");
    // What rust-analyzer opens: every exercise is a target.
    let known = cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    let known: Value = serde_json::from_slice(&known.stdout).unwrap();
    let targets = known["packages"][0]["targets"].as_array().unwrap();
    for name in ["first_light", "move_map"] {
        assert!(targets.iter().any(|target| target["name"] == name), "{name} is no target: {targets:?}");
    }
}

/// A prediction that was mended after the truth was told counts as it was at first, and a pass shows every reason.
#[test]
fn first_answers_count_and_a_pass_shows_each_reason() {
    let user = User::with_workspace();
    let file = user.file("closure_captures");
    let inside = file.strip_prefix(user.workspace().join("exercises")).unwrap();
    let solution = Path::new(env!("CARGO_MANIFEST_DIR")).join("solutions").join(inside);
    let solution = std::fs::read_to_string(solution).unwrap();
    let item = solution.lines().find(|line| line.starts_with("const ITEM_01")).unwrap();
    let wrong = item.split(" = ").next().unwrap().to_owned() + " = Panics.sure(100);";
    user.answer("closure_captures", &solution.replace(item, &wrong));
    let failed = user.roadmap(&["run", "closure_captures"]);
    assert_eq!(failed.status.code(), Some(1), "{failed:?}");
    user.answer("closure_captures", &solution);
    let passed = user.roadmap(&["run", "closure_captures"]);
    let told = text(&passed.stdout);
    assert_eq!(passed.status.code(), Some(0), "{told}");
    assert!(!told.contains("answer\t") && !told.contains("checks::answers"), "raw rows: {told}");
    let reasons = told.matches("items/").count();
    let items = std::fs::read_dir(file.with_extension("").join("items")).unwrap().count();
    assert_eq!(reasons, items, "each item has its reason: {told}");
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains(&format!("Of your {items} first answers, {} were right", items - 1)), "{told}");
}

/// Every command of the README's table, as written, in one workspace.
#[test]
fn every_command_in_the_readme_works() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let user = User { home: tempfile::tempdir().unwrap() };
    let rows = readme.lines().filter_map(|line| line.strip_prefix("| `cargo roadmap ")?.split('`').next());
    let mut commands: Vec<Vec<&str>> = rows.map(|row| row.split_whitespace().collect()).collect();
    assert!(commands.len() >= 10, "{commands:?}");
    // The workspace first; `watch` never ends by itself and has its own test, and so has `author`; the solution opens last.
    commands.sort_by_key(|command| (command[0] != "init", command[0] == "solution"));
    for command in commands.iter().filter(|command| !matches!(command[0], "watch" | "author")) {
        if command[0] == "solution" {
            (0..3).for_each(|_| drop(user.roadmap(&["hint", "first_light"])));
        }
        let code = user.roadmap(command).status.code();
        // What was started does not pass yet, which `run` and `verify` say.
        let wanted: &[i32] = if matches!(command[0], "run" | "verify") { &[1] } else { &[0, 3] };
        assert!(wanted.contains(&code.unwrap()), "{command:?} ended with {code:?}");
    }
}

/// `kill -9` at many moments of `run` and `verify`: the state file is always readable, and no pass is missing.
#[test]
fn a_kill_at_any_moment_loses_no_pass() {
    let user = User::with_workspace();
    for name in ["first_light", "tail_expression"] {
        user.solve(name);
        assert_eq!(user.roadmap(&["run", name]).status.code(), Some(0));
    }
    let rounds = std::env::var("KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(20_u64);
    for round in 0..rounds {
        // Alternates between a text that passes and one that fails, so that there is always something to write.
        user.roadmap(&["hint", "overflow_policy"]);
        let args: &[&str] =
            if round % 2 == 0 { &["run", "first_light"] } else { &["verify", "variables", "--fresh"] };
        let mut child = user
            .command(args)
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        // Spread over the time that such a run takes, a different moment each time.
        std::thread::sleep(std::time::Duration::from_millis(round * 37 % 400));
        child.kill().unwrap();
        child.wait().unwrap();
        let map = user.json(&["list"]);
        let done = exercises(&map).filter(|exercise| exercise["state"] == "done").count();
        assert!(done >= 2, "after kill {round}: {done} passes left");
    }
}

/// A save while `watch` runs is judged; Ctrl-C's signal ends it.
#[test]
fn watch_judges_at_start_and_at_every_save() {
    use std::io::{BufRead as _, BufReader};
    let user = User::with_workspace();
    let mut child = user
        .command(&["watch"])
        .stdin(std::process::Stdio::null())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    assert!(
        lines.any(|line| line.starts_with("[FAIL] first_light")),
        "the start is judged without being asked"
    );
    user.solve("first_light");
    assert!(lines.any(|line| line.starts_with("[PASS] first_light")), "so is the save");
    assert_eq!(exercises(&user.json(&["list"])).next().unwrap()["state"], "done", "and recorded at once");
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Who edits the start in the set's own tree is told where theirs is.
#[test]
fn watch_tells_who_edits_the_set_instead() {
    use std::io::{BufRead as _, BufReader};
    let user = User { home: tempfile::tempdir().unwrap() };
    let dir = user.home.path().join("exercises/01_sums");
    std::fs::create_dir_all(&dir).unwrap();
    let info = "format_version = 1\n\n[[exercises]]\nname = \"sums1\"\ndir = \"01_sums\"\nhint = \"Add.\"\n";
    std::fs::write(user.home.path().join("info.toml"), info).unwrap();
    std::fs::write(dir.join("sums1.rs"), "fn main() {}\n").unwrap();
    let mut child = user
        .command(&["watch", "--trust"])
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
    assert!(lines.any(|line| line.starts_with("Checking sums1")));
    std::fs::write(dir.join("sums1.rs"), "fn main() { }\n").unwrap();
    let told = lines.find(|line| line.starts_with("You edited the set"));
    assert_eq!(told.as_deref(), Some("You edited the set; yours is roadmap/exercises/01_sums/sums1.rs."));
    child.kill().unwrap();
    child.wait().unwrap();
}

/// A registry that cannot be reached, and a cargo that has nothing yet.
fn without_network(command: &mut Command, home: &Path) {
    command.env("CARGO_HOME", home).env("CARGO_NET_RETRY", "0");
    for proxy in ["http_proxy", "https_proxy", "HTTPS_PROXY", "ALL_PROXY", "CARGO_HTTP_PROXY"] {
        command.env(proxy, "http://127.0.0.1:9");
    }
}

#[test]
fn without_a_network_a_fetch_says_who_waits_and_the_rest_works() {
    let user = User::with_workspace();
    let empty = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| {
        let mut command = user.command(args);
        without_network(&mut command, empty.path());
        command.output().unwrap()
    };
    let fetched = run(&["fetch", "regex_once"]);
    assert_eq!(fetched.status.code(), Some(3), "{fetched:?}");
    let told = text(&fetched.stderr);
    // cargo brings the whole table, whatever was selected: its lock file says how much that is.
    let lock = include_str!("../crates/Cargo.lock");
    let all = cargo_roadmap::curriculum::crates::locked(lock).len();
    assert!(told.contains(&format!("Fetching {all} archives, ")), "{told}");
    assert!(told.contains("aho-corasick "), "{told}");
    assert!(told.contains("`regex_once` waits for regex"), "{told}");
    user.solve("regex_once");
    let waiting = run(&["run", "regex_once"]);
    assert_eq!(waiting.status.code(), Some(3), "{waiting:?}");
    assert!(text(&waiting.stdout).contains("cargo roadmap fetch"), "{waiting:?}");
    user.solve("first_light");
    assert_eq!(run(&["run", "first_light"]).status.code(), Some(0));
    let nothing = run(&["fetch", "first_light"]);
    assert_eq!(nothing.status.code(), Some(0), "{nothing:?}");
}

#[test]
fn a_package_is_made_judged_solved_reset_and_shown() {
    let user = User::with_workspace();
    let dir = user.file("split_the_monolith");
    assert!(dir.join("doubles/args/Cargo.toml").is_file() && !dir.join("Cargo.toml.in").exists());
    let failed = user.json(&["run", "split_the_monolith"]);
    assert_eq!(failed["outcome"], "failed", "{failed}");
    assert_eq!(user.roadmap(&["solution", "split_the_monolith"]).status.code(), Some(2));
    let inside = dir.strip_prefix(user.workspace().join("exercises")).unwrap();
    let solution = Path::new(env!("CARGO_MANIFEST_DIR")).join("solutions").join(inside);
    std::fs::remove_dir_all(dir.join("src")).unwrap();
    for name in [
        "Cargo.toml",
        "core/Cargo.toml",
        "core/src/lib.rs",
        "cli/Cargo.toml",
        "cli/src/main.rs",
        "xtask/Cargo.toml",
        "xtask/src/main.rs",
    ] {
        let from = if name.ends_with("Cargo.toml") { format!("{name}.in") } else { name.to_owned() };
        std::fs::create_dir_all(dir.join(name).parent().unwrap()).unwrap();
        std::fs::copy(solution.join(from), dir.join(name)).unwrap();
    }
    let passed = user.json(&["run", "split_the_monolith"]);
    assert_eq!(passed["outcome"], "passed", "{passed}");
    assert_eq!(user.json(&["run", "split_the_monolith"])["cached"], true);
    let shown = text(&user.roadmap(&["solution", "split_the_monolith"]).stdout);
    assert!(shown.contains("===== core/src/lib.rs ====="), "{shown}");
    let reset = user.roadmap(&["reset", "split_the_monolith"]);
    assert!(reset.status.success(), "{reset:?}");
    assert!(dir.join("src/main.rs").is_file() && !dir.join("core/src").join("lib.rs").exists());
    let undone = user.roadmap(&["reset", "--undo", "split_the_monolith"]);
    assert!(undone.status.success() && dir.join("core/src/lib.rs").is_file(), "{undone:?}");
}

/// Many exercises lie in one cargo workspace, a package among them does not, wherever the learner works.
#[test]
fn a_single_package_is_judged_inside_of_other_workspaces() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("Cargo.toml"), "[workspace]\nmembers = []\n").unwrap();
    let set = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sets/steps");
    let user = User { home };
    let init =
        user.command(&["init", user.workspace().to_str().unwrap()]).current_dir(&set).output().unwrap();
    assert!(init.status.success(), "{init:?}");
    let file = user.workspace().join("exercises/1_first/01_parcels/sums_1_add/src/lib.rs");
    std::fs::write(file, "pub fn add(a: u32, b: u32) -> u32 {\n    a + b\n}\n").unwrap();
    let judged = user.json(&["run", "sums_1_add", "--trust"]);
    assert_eq!(judged["outcome"], "passed", "{judged}");
}

#[test]
fn only_a_step_can_be_carried() {
    let user = User::with_workspace();
    let refused = user.roadmap(&["carry", "first_light"]);
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    assert!(text(&refused.stderr).contains("does not go on from another exercise"), "{refused:?}");
}

#[test]
fn a_step_goes_on_from_own_code_or_from_the_reference() {
    let home = tempfile::tempdir().unwrap();
    let set = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sets/steps");
    let user = User { home };
    let init =
        user.command(&["init", user.workspace().to_str().unwrap()]).current_dir(&set).output().unwrap();
    assert!(init.status.success(), "{init:?}");
    let at = |path: &str| user.workspace().join("exercises/1_first/01_parcels").join(path);
    std::fs::write(
        at("sums_1_add/src/lib.rs"),
        "// my own\npub fn add(a: u32, b: u32) -> u32 {\n    b + a\n}\n",
    )
    .unwrap();
    let carried = user.roadmap(&["carry", "sums_2_twice"]);
    assert!(carried.status.success(), "{carried:?}");
    assert!(std::fs::read_to_string(at("sums_2_twice/src/lib.rs")).unwrap().starts_with("// my own"));
    let state = || std::fs::read_to_string(user.workspace().join(".roadmap/progress.toml")).unwrap();
    assert!(state().contains("exercises.sums_2_twice.carried = \"own\""), "{}", state());
    let again = user.roadmap(&["carry", "sums_2_twice", "--reference"]);
    assert!(text(&again.stderr).contains("backup"), "{again:?}");
    assert!(state().contains("carried = \"reference\""), "{}", state());
    assert!(std::fs::read_to_string(at("sums_2_twice/src/lib.rs")).unwrap().contains("left + right"));
    assert!(!at("sums_2_twice/tests/adds.rs").exists(), "the tests of the step before stay where they are");
}
