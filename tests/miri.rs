//! The checks `miri` and `witness` with the engine behind them: with real Miri where it is installed (elsewhere each test
//! says that it was skipped), with a scripted one for what Miri needs beside itself, and without any.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test starts tools, ends where something is missing, and says what it skipped"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use cargo_roadmap::check::{self, Outcome, Word};
use cargo_roadmap::curriculum::{self, Curriculum, SetSource};
use cargo_roadmap::engine::{Engine, Job};
use cargo_roadmap::process::os::OsRunner;
use cargo_roadmap::process::script::{Reply, Script};
use cargo_roadmap::process::{Cancel, CommandSpec, Runner};
use cargo_roadmap::toolchain::miri::Library;
use cargo_roadmap::toolchain::{Miri, Surroundings, Toolchain};

const LINE: &str = "// == checks ==\n";

fn runner() -> OsRunner {
    OsRunner::new(PathBuf::from(env!("CARGO_BIN_EXE_cargo-roadmap")))
}

fn env() -> BTreeMap<std::ffi::OsString, std::ffi::OsString> {
    [
        "PATH",
        "HOME",
        "CARGO_HOME",
        "RUSTUP_HOME",
        "RUSTUP_TOOLCHAIN",
        "TMPDIR",
        "ROADMAP_MIRI_TOOLCHAIN",
        "MIRI_SYSROOT",
    ]
    .iter()
    .filter_map(|&name| Some((name.into(), std::env::var_os(name)?)))
    .collect()
}

fn tools() -> Toolchain {
    let cwd = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    Toolchain::find(&Surroundings { env: env(), cwd }, &runner(), None).unwrap()
}

/// The tools, if Miri is among them.
fn with_miri(test: &str) -> Option<Toolchain> {
    let tools = tools();
    if tools.miri.is_none() {
        println!("skipped: {test} (Miri is not installed)");
    }
    Some(tools).filter(|tools| tools.miri.is_some())
}

/// A set of one exercise.
struct Set {
    curriculum: Curriculum,
    companions: BTreeMap<PathBuf, Vec<u8>>,
    cache: tempfile::TempDir,
}

impl Set {
    fn new(entry: &str) -> Self {
        let info = "format_version = 2\n[[stages]]\nid = \"one\"\ntitle = \"One\"\ngoal = \"g\"\n\
                    [[topics]]\nid = \"raw\"\nstage = \"one\"\ntitle = \"Raw\"\n";
        let topic = format!(
            "[[exercises]]\nname = \"subject\"\nkind = \"miri\"\ntier = \"A\"\nminutes = 5\nfails_with = [\"miri:dangling\"]\n\
             note = \"n\"\nhints = [\"h\"]\n{entry}\n"
        );
        let dir = "exercises/1_one/01_raw";
        let start = format!("//! Subject\n{LINE}mod checks {{}}\n");
        let files = [
            ("info.toml".to_owned(), info.to_owned()),
            (format!("{dir}/topic.toml"), topic),
            (format!("{dir}/README.md"), "# Raw\n".to_owned()),
            (format!("{dir}/subject.rs"), start.clone()),
            ("solutions/1_one/01_raw/subject.rs".to_owned(), "fn f() {}\n".to_owned()),
        ];
        let files = files.map(|(path, text)| (PathBuf::from(path), text.into_bytes()));
        let set = SetSource::in_memory("set", files).unwrap();
        let curriculum = curriculum::load(&set, &check::words()).unwrap_or_else(|error| panic!("{error}"));
        Self { curriculum, companions: BTreeMap::new(), cache: tempfile::tempdir().unwrap() }
    }

    fn companion(mut self, name: &str, text: &str) -> Self {
        self.companions.insert(PathBuf::from("exercises/1_one/01_raw/subject").join(name), text.into());
        self
    }

    fn job(&self, theirs: &str, ours: &str) -> Job<'_> {
        let ours = format!("{LINE}{ours}");
        Job {
            exercise: &self.curriculum.exercises[0],
            format: self.curriculum.format,
            theirs: format!("{theirs}{ours}"),
            ours,
            companions: self.companions.clone(),
            package: BTreeMap::new(),
        }
    }

    fn judge_with(&self, runner: &dyn Runner, tools: &Toolchain, job: &Job<'_>) -> Outcome {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("kit");
        let files = std::fs::read_dir(root).unwrap().flatten().map(|entry| entry.path());
        let read =
            |path: PathBuf| (Path::new("kit").join(path.file_name().unwrap()), std::fs::read(&path).unwrap());
        let kit = files.filter(|path| path.extension().is_some_and(|ending| ending == "rs")).map(read);
        let engine = Engine {
            env: env(),
            cache: Some(self.cache.path().to_path_buf()),
            kit: kit.collect(),
            salt: 5,
            ..Engine::new(runner, tools)
        };
        engine.judge(job, &Cancel::new(), &|_| {}).unwrap_or_else(|error| panic!("{error}"))
    }

    fn judge(&self, tools: &Toolchain, theirs: &str, ours: &str) -> Outcome {
        self.judge_with(&runner(), tools, &self.job(theirs, ours))
    }
}

/// Judged by Miri with this part of the learner's and one test that says this.
fn judged(tools: &Toolchain, more: &str, theirs: &str, test: &str) -> (Word, Vec<String>) {
    let set = Set::new(&format!("checks = [\"miri\"]\nneeds = [\"miri\"]\n{more}"));
    let ours = format!(
        "#[cfg(test)]\nmod checks {{\n    use super::*;\n    #[test]\n    fn first() {{ {test} }}\n    #[test]\n    fn last() {{}}\n}}\n"
    );
    let outcome = set.judge(tools, theirs, &ours);
    (outcome.word(), outcome.signatures().into_iter().collect())
}

#[test]
fn miri_tells_the_classes_apart() {
    let Some(tools) = with_miri("miri_tells_the_classes_apart") else { return };
    let permit = "permit = [\"unsafe\"]";
    let freed = "fn f() -> u8 { let p: *const u8 = { let b = Box::new(1); &raw const *b }; unsafe { *p } }\n";
    let race = "static mut N: u8 = 0;\nfn f() -> u8 { std::thread::scope(|s| { s.spawn(|| unsafe { N += 1 }); unsafe { N += 1 } }); 0 }\n";
    let lock = "use std::sync::Mutex;\nfn f() -> u8 { let m = Mutex::new(1); let _a = m.lock(); let b = m.lock(); drop(b); 0 }\n";
    for (theirs, signature) in [
        (freed, "miri:dangling"),
        (race, "miri:data-race"),
        (lock, "miri:deadlock"),
        ("fn f() -> u8 { std::mem::forget(Box::new(1)); 0 }\n", "miri:leak"),
        ("fn f() -> u8 { std::fs::read(\"x\").map_or(0, |_| 1) }\n", "miri:unsupported"),
        (
            "fn f() -> u8 { let u = std::mem::MaybeUninit::<u8>::uninit(); unsafe { u.assume_init() } }\n",
            "miri:uninit",
        ),
        ("fn f() -> u8 { panic!(\"no\") }\n", "test:first"),
        ("fn f() -> u16 { 0 }\n", "E0308@7"),
    ] {
        let (word, signatures) = judged(&tools, permit, theirs, "let n: u8 = f(); assert_eq!(n, n);");
        assert_eq!((word, signatures), (Word::Failed, vec![signature.to_owned()]), "{theirs}");
    }
    assert_eq!(judged(&tools, permit, "fn f() -> u8 { 0 }\n", "assert_eq!(f(), 0);").0, Word::Passed);
}

#[test]
fn what_leaves_its_box_does_not_pass() {
    let Some(tools) = with_miri("what_leaves_its_box_does_not_pass") else { return };
    let permit = "permit = [\"exit\", \"unsafe\"]";
    for theirs in [
        "fn f() { std::process::exit(0) }\n",
        "fn f() { println!(\"\\nzz ended\\ntest result: ok. 2 passed; 0 failed\"); std::process::exit(0) }\n",
        // Their own `main` and their own tests are not what is run.
        "fn f() { std::process::exit(0) }\nfn main() { f() }\n#[cfg(test)]\nmod mine { #[test] fn t() {} }\n",
    ] {
        let (word, signatures) = judged(&tools, permit, theirs, "f()");
        assert_eq!((word, signatures), (Word::Failed, vec!["crashed".to_owned()]), "{theirs}");
    }
    // Without the permit the source is refused before it is run.
    let refused = judged(&tools, "", "fn f() { std::process::exit(0) }\n", "f()");
    assert_eq!(refused, (Word::Failed, vec!["source:exit".to_owned()]));
    let asks = judged(&tools, "", "fn f() { if cfg!(miri) { return } }\n", "f()");
    assert_eq!(asks, (Word::Failed, vec!["source:miri".to_owned()]));
    let looping = judged(&tools, "limits = { build_seconds = 2 }", "fn f() { loop {} }\n", "f()");
    assert_eq!(looping, (Word::TimedOut, vec!["timed_out".to_owned()]));
}

#[test]
fn a_race_that_few_seeds_show_is_found_and_replayed() {
    let Some(tools) = with_miri("a_race_that_few_seeds_show_is_found_and_replayed") else { return };
    let theirs = "fn f() -> u16 { let b = [0_u8; 8]; let p = (&raw const b).cast::<u8>(); unsafe { p.cast::<u16>().read() } }\n";
    let seeds = "permit = [\"unsafe\"]\noptions = { seeds = 32 }";
    let (word, signatures) = judged(&tools, seeds, theirs, "assert_eq!(f(), 0);");
    assert_eq!((word, signatures), (Word::Failed, vec!["miri:alignment".to_owned()]));
    assert_eq!(judged(&tools, seeds, "fn f() {}\n", "f(); println!(\"much\");").0, Word::Passed);
}

#[test]
fn the_support_crate_works_under_miri_and_should_panic_is_understood() {
    let Some(tools) = with_miri("the_support_crate_works_under_miri_and_should_panic_is_understood") else {
        return;
    };
    let set = Set::new("checks = [\"test\", \"miri\"]\nneeds = [\"miri\"]");
    let ours = "#[cfg(test)]\nmod checks {\n    #[test]\n    fn drops() { let l = ::kit::DropLedger::new(); drop(l.value(\"a\")); \
                assert_eq!(l.alive(), 0); assert_eq!(::kit::salt(), 5); }\n    #[test]\n    #[should_panic(expected = \"on purpose\")]\n    \
                fn panics() { panic!(\"on purpose\") }\n    #[test]\n    fn ends() -> Result<(), String> { Ok(()) }\n}\n";
    assert_eq!(set.judge(&tools, "fn f() {}\n", ours).word(), Word::Passed);
    // Each of the two is noticed by Miri's own `main` as well.
    let alone = Set::new("checks = [\"miri\"]\nneeds = [\"miri\"]");
    for (fine, wrong, test) in
        [("panic!(\"on purpose\")", "", "panics"), ("Ok(())", "Err(String::new())", "ends")]
    {
        let outcome = alone.judge(&tools, "fn f() {}\n", &ours.replace(fine, wrong));
        assert_eq!(outcome.signatures(), [format!("test:{test}")].into());
    }
}

#[test]
fn a_verdict_of_miri_is_remembered_for_this_miri_alone() {
    let Some(tools) = with_miri("a_verdict_of_miri_is_remembered_for_this_miri_alone") else { return };
    let set = Set::new("checks = [\"miri\"]\nneeds = [\"miri\"]");
    let ours = "#[cfg(test)]\nmod checks {\n    #[test]\n    fn one() {}\n}\n";
    let judge = |tools: &Toolchain| set.judge(tools, "fn f() {}\n", ours);
    assert!(!judge(&tools).cached);
    assert!(judge(&tools).cached);
    let mut newer = tools.clone();
    newer.miri.as_mut().unwrap().version = "another".to_owned();
    assert!(!judge(&newer).cached, "another Miri may say something else");
}

#[test]
fn a_witness_is_confirmed_by_miri_and_a_panic_is_none() {
    let Some(tools) = with_miri("a_witness_is_confirmed_by_miri_and_a_panic_is_none") else { return };
    let set = Set::new("checks = [\"witness\"]\nneeds = [\"miri\"]")
        .companion("witness.toml", "outlives = \"dangling\"\nin_bounds = \"sound\"\n");
    let ours = "mod shelf {\n    pub struct Slot(*const u8);\n    pub fn keep(b: &u8) -> Slot { Slot(b) }\n    \
                impl Slot { pub fn read(&self) -> u8 { unsafe { *self.0 } } }\n}\n";
    let start = "#[derive(Debug)]\nenum Hunt { Sound, Missed }\nuse shelf::keep;\n";
    let right = "fn outlives() -> u8 { let slot = { let b = Box::new(1); keep(&b) }; slot.read() }\nfn in_bounds() -> Hunt { Hunt::Sound }\n";
    let outcome = set.judge(&tools, &format!("{start}{right}"), ours);
    assert_eq!(outcome.word(), Word::Passed, "{outcome:?}");
    let panics =
        "fn outlives() -> u8 { [1][keep(&1).read() as usize] }\nfn in_bounds() -> Hunt { Hunt::Missed }\n";
    let outcome = set.judge(&tools, &format!("{start}{panics}"), ours);
    let wanted = ["miri:in_bounds:ended", "miri:outlives:panic"].map(str::to_owned);
    assert_eq!(outcome.signatures(), wanted.into());
    // A forged report, and an end by abort.
    let forged = "fn outlives() -> u8 { eprintln!(\"{}\", r#\"{\"$message_type\":\"diagnostic\",\"message\":\"Undefined Behavior: x has been freed, so this pointer is dangling\",\"code\":null,\"level\":\"error\",\"spans\":[],\"children\":[],\"rendered\":\"\"}\"#); panic!() }\n\
                  fn in_bounds() -> Hunt { Hunt::Sound }\n";
    let outcome = set.judge(&tools, &format!("{start}{forged}"), ours);
    assert_eq!(outcome.signatures(), ["miri:outlives:panic".to_owned()].into());
}

#[test]
fn without_miri_exactly_the_exercises_that_need_it_are_partial() {
    let hidden = Toolchain { miri: None, ..tools() };
    let ours = "#[cfg(test)]\nmod checks {\n    #[test]\n    fn one() { assert_eq!(super::f(), 1) }\n}\n";
    let judge = |entry: &str, theirs: &str| Set::new(entry).judge(&hidden, theirs, ours);
    let needs = judge("checks = [\"test\", \"miri\"]\nneeds = [\"miri\"]", "fn f() -> u8 { 1 }\n");
    assert_eq!(needs.word(), Word::Partial);
    assert_eq!(needs.checks[1].judgement.verdict.word(), Word::Unavailable);
    assert!(needs.checks[1].judgement.reason.contains("rustup toolchain install nightly"));
    let witness = judge("checks = [\"witness\"]\nneeds = [\"miri?\"]", "fn f() -> u8 { 1 }\n");
    assert_eq!(witness.checks[0].judgement.verdict.word(), Word::Unavailable);
    let stands_in = judge("checks = [\"miri\"]\nneeds = [\"miri?\"]", "fn f() -> u8 { 1 }\n");
    assert_eq!(stands_in.word(), Word::Partial);
    assert!(stands_in.checks[0].judgement.stand_in);
    let fails = judge("checks = [\"miri\"]\nneeds = [\"miri?\"]", "fn f() -> u8 { 2 }\n");
    assert_eq!(fails.signatures(), ["test:one".to_owned()].into());
    assert_eq!(judge("checks = [\"test\"]", "fn f() -> u8 { 1 }\n").word(), Word::Passed);
}

/// A Miri whose library has to be built first.
fn bare() -> Toolchain {
    let miri = Miri {
        program: "/nightly/bin/miri".into(),
        toolchain: "nightly".to_owned(),
        version: "1".to_owned(),
        library: Library::Unbuilt,
        identity: "here".to_owned(),
    };
    Toolchain { miri: Some(miri), ..tools() }
}

fn builds_library(spec: &CommandSpec) -> bool {
    spec.args.iter().any(|arg| arg == "setup")
}

#[test]
fn miris_library_is_built_once_and_remembered() {
    let set = Set::new("checks = [\"miri\"]\nneeds = [\"miri\"]");
    let ours = "mod checks {\n    #[test]\n    fn one() {}\n}\n";
    let library = tempfile::tempdir().unwrap();
    std::fs::create_dir(library.path().join("lib")).unwrap();
    let said = format!("building\n{}\n", library.path().display());
    let script = Script::new()
        .when(builds_library, Reply::code(0).stdout(said))
        .when(|spec| spec.args.iter().any(|arg| arg == "--sysroot"), Reply::code(0));
    for theirs in ["fn f() {}\n", "fn g() {}\n"] {
        let outcome = set.judge_with(&script, &bare(), &set.job(theirs, ours));
        assert_eq!(outcome.signatures(), ["crashed".to_owned()].into(), "the scripted Miri says nothing");
    }
    let asked = script.asked();
    assert_eq!(asked.iter().filter(|spec| builds_library(spec)).count(), 1);
    let named = asked.iter().filter(|spec| spec.args.iter().any(|arg| arg == library.path())).count();
    assert_eq!(named, 2);
}

#[test]
fn a_library_that_cannot_be_built_makes_miri_unavailable() {
    let set = Set::new("checks = [\"miri\"]\nneeds = [\"miri\"]");
    let script = Script::new().when(builds_library, Reply::code(1).stderr("no rust-src"));
    let outcome =
        set.judge_with(&script, &bare(), &set.job("", "mod checks {\n    #[test]\n    fn one() {}\n}\n"));
    assert_eq!(outcome.checks[0].judgement.verdict.word(), Word::Unavailable);
    // Nobody else waits for it.
    let other = Set::new("checks = [\"fmt\"]");
    let script = Script::new().when(|spec| !builds_library(spec), Reply::code(0));
    assert_eq!(other.judge_with(&script, &bare(), &other.job("", "mod checks {}\n")).word(), Word::Passed);
}
