//! An exercise from a few lines, and its judgement by the tools of this machine.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use cargo_roadmap::check::{self, Outcome, Word};
use cargo_roadmap::curriculum::{self, Curriculum, SetSource};
use cargo_roadmap::engine::{Engine, Event, Job};
use cargo_roadmap::process::Cancel;
use cargo_roadmap::process::os::OsRunner;
use cargo_roadmap::toolchain::{Surroundings, Toolchain};

const INFO: &str = "format_version = 2\n[[stages]]\nid = \"one\"\ntitle = \"One\"\ngoal = \"Go.\"\n\
                    [[topics]]\nid = \"first\"\nstage = \"one\"\ntitle = \"First\"\n";
const DIR: &str = "exercises/1_one/01_first";

/// An exercise called `made_up`.
pub(crate) struct MadeUp {
    curriculum: Curriculum,
    start: String,
    companions: BTreeMap<PathBuf, Vec<u8>>,
}

impl MadeUp {
    /// `entry` are the lines of its `topic.toml` from `checks` on; `below` is what stands below the line.
    pub(crate) fn new(entry: &str, below: &str, companions: &[(&str, &str)]) -> Self {
        let start = with_checks("", below);
        let solution = DIR.replacen("exercises", "solutions", 1);
        let entry = format!(
            "[[exercises]]\nname = \"made_up\"\nkind = \"fix\"\ntier = \"A\"\nminutes = 5\n{entry}\n"
        );
        let mut files = BTreeMap::from([
            (PathBuf::from("info.toml"), INFO.as_bytes().to_vec()),
            (PathBuf::from(format!("{DIR}/topic.toml")), entry.into_bytes()),
            (PathBuf::from(format!("{DIR}/made_up.rs")), start.clone().into_bytes()),
            (PathBuf::from(format!("{solution}/made_up.rs")), Vec::new()),
        ]);
        let companions: BTreeMap<_, _> = companions
            .iter()
            .map(|(name, text)| (PathBuf::from(format!("{DIR}/made_up/{name}")), text.as_bytes().to_vec()))
            .collect();
        files.extend(companions.clone());
        let set = SetSource::in_memory("made up", files).unwrap();
        let curriculum = curriculum::load(&set, &check::words()).unwrap_or_else(|error| panic!("{error}"));
        Self { curriculum, start, companions }
    }

    /// The judgement on this part above the line.
    pub(crate) fn judge(&self, theirs: &str) -> Outcome {
        let below = &self.start[self.start.find(check::sheet::LINE).unwrap()..];
        self.judge_file(&format!("{theirs}{below}"))
    }

    /// The judgement on a whole file.
    pub(crate) fn judge_file(&self, file: &str) -> Outcome {
        self.judge_aloud(file, &|_| {})
    }

    /// The judgement on a whole file, and what is told on the way.
    pub(crate) fn judge_aloud(&self, file: &str, tell: &(dyn Fn(Event) + Sync)) -> Outcome {
        let runner = OsRunner::new(PathBuf::from(env!("CARGO_BIN_EXE_cargo-roadmap")));
        let env: BTreeMap<_, _> = ["PATH", "HOME", "CARGO_HOME", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN", "TMPDIR"]
            .iter()
            .filter_map(|&name| Some((name.into(), std::env::var_os(name)?)))
            .collect();
        let around =
            Surroundings { env: env.clone(), cwd: Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf() };
        let tools = Toolchain::find(&around, &runner, None).unwrap();
        let engine = Engine { env, fresh: true, ..Engine::new(&runner, &tools) };
        let job = Job {
            exercise: &self.curriculum.exercises[0],
            format: self.curriculum.format,
            theirs: file.to_owned(),
            ours: self.start.clone(),
            companions: self.companions.clone(),
            package: BTreeMap::new(),
        };
        engine.judge(&job, &Cancel::new(), tell).unwrap()
    }

    pub(crate) fn passes(&self, theirs: &str) -> Outcome {
        let outcome = self.judge(theirs);
        assert_eq!(outcome.word(), Word::Passed, "{:#?}", outcome.decisive());
        outcome
    }

    /// It fails with exactly these; what is told comes back.
    pub(crate) fn fails(&self, theirs: &str, signatures: &[&str]) -> String {
        let outcome = self.judge(theirs);
        let wanted: BTreeSet<String> = signatures.iter().map(|&signature| signature.to_owned()).collect();
        assert_eq!(outcome.signatures(), wanted, "{theirs}\n{:#?}", outcome.decisive());
        let judgement = outcome.decisive().unwrap().judgement.clone();
        format!("{}\n{}", judgement.reason, judgement.detail)
    }
}

/// A whole file.
pub(crate) fn with_checks(theirs: &str, below: &str) -> String {
    format!("{theirs}{}\n{below}", check::sheet::LINE)
}
