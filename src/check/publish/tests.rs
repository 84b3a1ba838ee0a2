//! Transcripts that the registry has printed for real releases, and what is said about each.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::*;
use crate::check::build::Externs;
use crate::check::fixtures::{exercise, finished, toolchain};
use crate::check::{Sheet, package::Files};
use crate::curriculum::Form;
use crate::process::Exit;
use crate::registry::{Transcript, What};

const RELEASED: &str = include_str!("../../../tests/recorded/publish/released.json");
const NOTHING: &str = include_str!("../../../tests/recorded/publish/nothing.json");
const REUSED: &str = include_str!("../../../tests/recorded/publish/reused.json");
const NEXT_MINOR: &str = include_str!("../../../tests/recorded/publish/next_minor.json");
const UNMENDED: &str = include_str!("../../../tests/recorded/publish/unmended.json");
const YANK_FIRST: &str = include_str!("../../../tests/recorded/publish/yank_first.json");
const LEFT_STANDING: &str = include_str!("../../../tests/recorded/publish/left_standing.json");

/// The bench of a package with an earlier version, a fresh user and one with a lock file.
struct Quay {
    exercise: Exercise,
    tools: crate::toolchain::Toolchain,
    package: Package,
    sheet: Sheet,
    env: BTreeMap<OsString, OsString>,
}

impl Quay {
    fn new(version: &str) -> Self {
        let locked = ["earlier/**", "consumers/**"].map(str::to_owned).to_vec();
        let exercise = Exercise { form: Form::Package, locked, ..exercise() };
        let files = |list: &[(&str, &str)]| -> Files {
            list.iter().map(|(path, text)| (PathBuf::from(path), text.as_bytes().to_vec())).collect()
        };
        let manifest = format!("[package]\nname = \"tide_table\"\nversion = \"{version}\"\n");
        let learners = [("Cargo.toml", manifest.as_str()), ("release.sh", "exit 0\n"), (VERSIONS, "")];
        let sets = [
            ("earlier/Cargo.toml", ""),
            ("consumers/fresh/pilot/Cargo.toml", ""),
            ("consumers/locked/ferry/Cargo.toml", ""),
        ];
        let mut package = Package::new(&exercise, &files(&learners), &files(&sets), "c0ffee");
        package.dir = PathBuf::from("/scratch/exercises/tide");
        let sheet = Sheet::of_package(String::new(), &package);
        let words = ["PATH", "CARGO_NET_OFFLINE", "https_proxy"];
        let env = words.iter().map(|&word| (word.into(), "/usr/bin".into())).collect();
        Self { exercise, tools: toolchain(), package, sheet, env }
    }

    fn with<T>(&self, then: impl FnOnce(&Context<'_>) -> T) -> T {
        then(&Context {
            exercise: &self.exercise,
            tools: &self.tools,
            sheet: &self.sheet,
            scratch: Path::new("/scratch"),
            companions: &BTreeMap::new(),
            kit: None,
            externs: &Externs::default(),
            package: Some(&self.package),
            nonce: "c0ffee",
            salt: 0,
            env: &self.env,
            own: Path::new("/cargo-roadmap"),
        })
    }

    /// What is said of this transcript, where the two users have ended up with these versions.
    fn judged(&self, done: &Finished) -> Judgement {
        self.with(|cx| match Publish.next(cx, std::slice::from_ref(done)) {
            Step::Verdict(judgement) => judgement,
            Step::Run(specs) => panic!("it wants more: {specs:?}"),
        })
    }
}

fn told(transcript: &str, claimed: &str) -> Finished {
    let mut done = finished(Exit::Code(0), transcript);
    let lock = |version: &str| {
        format!("[[package]]\nname = \"tide_table\"\nversion = \"{version}\"\nsource = \"x\"\n").into_bytes()
    };
    done.files.insert("exercises/registry/fresh/pilot/Cargo.lock".into(), lock("0.1.1"));
    done.files.insert("exercises/registry/locked/ferry/Cargo.lock".into(), lock("0.1.0"));
    done.files.insert(PathBuf::from("exercises/sum").join(VERSIONS), claimed.as_bytes().to_vec());
    done
}

const TRUE_WORD: &str = "ferry = \"0.1.0\"\npilot = \"0.1.1\"\n";

fn fails(version: &str, done: &Finished) -> (String, Vec<String>) {
    let judged = Quay::new(version).judged(done);
    (judged.reason, judged.signatures.into_iter().collect())
}

fn changed(transcript: &str, change: impl FnOnce(&mut Transcript)) -> String {
    let mut parsed: Transcript = serde_json::from_str(transcript).unwrap();
    change(&mut parsed);
    serde_json::to_string(&parsed).unwrap()
}

#[test]
fn a_release_that_serves_everybody_passes() {
    let judged = Quay::new("0.1.1").judged(&told(RELEASED, TRUE_WORD));
    assert_eq!(judged.verdict, Verdict::Passed, "{judged:?}");
}

#[test]
fn each_way_to_fail_has_its_signature() {
    for (transcript, version, signature, says) in [
        (NOTHING, "0.1.0", "publish:nothing", "nothing new"),
        (REUSED, "0.1.0", "publish:refused", "tide_table 0.1.0 is in the registry already"),
        (NEXT_MINOR, "0.2.0", "publish:unreachable", "0.2.0 is not"),
        (UNMENDED, "0.1.1", "publish:release", "ended with code 101"),
        (YANK_FIRST, "0.1.1", "publish:unproven", "before anybody had built with 0.1.1"),
        (LEFT_STANDING, "0.1.1", "publish:yank", "nobody has yanked it"),
    ] {
        let (reason, signatures) = fails(version, &told(transcript, TRUE_WORD));
        assert_eq!(signatures, [signature], "{reason}");
        assert!(reason.contains(says), "{reason}");
    }
}

#[test]
fn what_the_registry_refused_is_told_in_its_words() {
    let refused = changed(NOTHING, |it| {
        let mut event = it.events[0].clone();
        (event.during, event.what, event.says) = (RELEASE.to_owned(), What::Refused, "no license".to_owned());
        it.events.push(event);
    });
    let (reason, signatures) = fails("0.1.1", &told(&refused, TRUE_WORD));
    assert_eq!(signatures, ["publish:refused"]);
    assert_eq!(reason, "the registry refused tide_table 0.1.0: no license");
}

#[test]
fn every_user_who_is_left_without_a_build_is_named() {
    let broken = changed(RELEASED, |it| {
        for ended in it.ended.iter_mut().filter(|it| it.name == "pilot" || it.name == "ferry") {
            ended.exit = Exit::Code(101);
            ended.output = "error in /scratch/exercises/registry/fresh/pilot".to_owned();
        }
    });
    let detail = Quay::new("0.1.1").judged(&told(&broken, TRUE_WORD)).detail;
    assert_eq!(detail, "error in exercises/registry/fresh/pilot");
    let (reason, signatures) = fails("0.1.1", &told(&broken, TRUE_WORD));
    assert_eq!(signatures, ["publish:ferry", "publish:pilot"]);
    assert!(reason.starts_with("`pilot`, who starts now"), "{reason}");
}

#[test]
fn a_yank_of_the_wrong_version_and_one_taken_back_are_none() {
    let new = changed(RELEASED, |it| {
        let yank = it.events.iter_mut().find(|event| event.what == What::Yanked).unwrap();
        yank.version = "0.1.1".to_owned();
    });
    assert!(fails("0.1.1", &told(&new, TRUE_WORD)).0.contains("the very version that mends it"));
    let back = changed(RELEASED, |it| {
        let mut event = it.events.iter().find(|event| event.what == What::Yanked).unwrap().clone();
        event.what = What::Unyanked;
        it.events.push(event);
    });
    assert_eq!(fails("0.1.1", &told(&back, TRUE_WORD)).1, ["publish:yank"]);
}

#[test]
fn the_learners_word_is_held_against_the_lock_files() {
    for claimed in ["ferry = \"0.1.1\"\npilot = \"0.1.1\"", "pilot = \"0.1.1\"", "ferry = [", "ferry = \"?\""]
    {
        let (reason, signatures) = fails("0.1.1", &told(RELEASED, claimed));
        assert_eq!(signatures, ["publish:versions"], "{claimed}: {reason}");
    }
}

#[test]
fn what_did_not_come_to_its_end_is_no_failure_of_the_release() {
    let ended = |exit| Quay::new("0.1.1").judged(&finished(exit, "")).verdict;
    assert!(matches!(ended(Exit::TimedOut), Verdict::TimedOut(_)));
    assert_eq!(ended(Exit::Cancelled), Verdict::Cancelled);
    assert!(matches!(ended(Exit::Code(registry::NO_PORT)), Verdict::Unavailable { .. }));
    assert!(matches!(ended(Exit::Signal(9)), Verdict::Crashed(_)));
    assert!(matches!(ended(Exit::Code(0)), Verdict::Crashed(_)), "not a transcript");
    let late = changed(RELEASED, |it| it.ended[3].exit = Exit::TimedOut);
    assert!(matches!(Quay::new("0.1.1").judged(&told(&late, "")).verdict, Verdict::TimedOut(_)));
    let early = changed(RELEASED, |it| it.ended.truncate(2));
    assert!(matches!(Quay::new("0.1.1").judged(&told(&early, "")).verdict, Verdict::Crashed(_)));
}

#[test]
fn the_plan_publishes_what_went_before_and_lets_users_begin_with_nothing() {
    let quay = Quay::new("0.1.1");
    let plan = quay.with(|cx| plan(cx, &quay.package));
    let names: Vec<&str> = plan.programs.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["earlier", "lock ferry", "lock ferry", "release", "pilot", "ferry"]);
    assert_eq!(plan.programs[3].args, ["release.sh"]);
    assert_eq!(plan.programs[5].args, ["test", "--locked"]);
    assert!(plan.programs[4].env["CARGO_HOME"].ends_with("users"));
    let laid = quay.with(|cx| Publish.files(cx));
    let read: Plan = serde_json::from_slice(&laid[0].1).unwrap();
    assert_eq!(read, plan, "what is laid for the registry is what it reads");
    assert!(laid.iter().any(|(path, _)| path.ends_with("registry/fresh/pilot/Cargo.toml")));
}

#[test]
fn the_registry_is_our_own_program_and_nothing_leads_away_from_it() {
    let quay = Quay::new("0.1.1");
    let Step::Run(specs) = quay.with(|cx| Publish.next(cx, &[])) else { panic!("nothing was run yet") };
    let [spec] = specs.as_slice() else { panic!("one command: {specs:?}") };
    assert_eq!(spec.program, Path::new("/cargo-roadmap"));
    assert_eq!(spec.args[0], registry::WORD);
    assert!(spec.confine.is_some(), "a script of a learner runs below it");
    let names: Vec<_> = spec.env.keys().map(|name| name.to_string_lossy()).collect();
    assert!(names.iter().all(|name| !name.contains("proxy") && name != "CARGO_NET_OFFLINE"), "{names:?}");
}
