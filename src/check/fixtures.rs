//! Values that the tests of the checks share.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::{Check, Context, Judgement, Sheet, Step};
use crate::curriculum::facts::DocFacts;
use crate::curriculum::{Exercise, Form, Format, Limits, Options, Tier};
use crate::process::Finished;

/// Everything that a [`Context`] borrows, so that a test can hold one in its hand.
pub(crate) struct Desk {
    pub(crate) exercise: Exercise,
    pub(crate) sheet: Sheet,
    pub(crate) companions: BTreeMap<PathBuf, Vec<u8>>,
    tools: crate::toolchain::Toolchain,
    env: BTreeMap<OsString, OsString>,
    externs: super::build::Externs,
}

impl Desk {
    /// The usual exercise with this part of the learner's, and this start of ours.
    pub(crate) fn new(theirs: &str, ours: &str) -> Self {
        let exercise = exercise();
        let sheet = Sheet::new(&exercise, Format::Two, theirs, ours);
        Self {
            exercise,
            sheet,
            companions: BTreeMap::new(),
            tools: toolchain(),
            env: BTreeMap::new(),
            externs: super::build::Externs::default(),
        }
    }

    /// The same with a companion file.
    pub(crate) fn with(mut self, name: &str, text: &str) -> Self {
        self.companions.insert(self.exercise.companions.join(name), text.as_bytes().to_vec());
        self
    }

    pub(crate) fn cx(&self) -> Context<'_> {
        Context {
            exercise: &self.exercise,
            tools: &self.tools,
            sheet: &self.sheet,
            scratch: Path::new("/scratch"),
            companions: &self.companions,
            kit: None,
            externs: &self.externs,
            package: None,
            nonce: "c0ffee",
            salt: 0,
            env: &self.env,
            own: std::path::Path::new("/cargo-roadmap"),
        }
    }

    /// What this check says once these have finished.
    pub(crate) fn verdict(&self, check: &dyn Check, done: &[Finished]) -> Judgement {
        match check.next(&self.cx(), done) {
            Step::Verdict(judgement) => judgement,
            Step::Run(specs) => panic!("it wants more: {specs:?}"),
        }
    }
}

/// An exercise called `sum` with the checks compile, test and clippy.
pub(crate) fn exercise() -> Exercise {
    Exercise {
        name: "sum".to_owned(),
        formerly: Vec::new(),
        topic: 0,
        kind: "fix".to_owned(),
        tier: Tier::A,
        minutes: 5,
        after: Vec::new(),
        checks: ["compile", "test", "clippy"].map(str::to_owned).to_vec(),
        crates: Vec::new(),
        needs: Vec::new(),
        limits: Limits::default(),
        deny: Vec::new(),
        permit: BTreeSet::new(),
        options: Options::default(),
        fails_with: BTreeSet::new(),
        note: String::new(),
        hints: Vec::new(),
        traps: Vec::new(),
        form: Form::File,
        path: PathBuf::from("exercises/1_a/01_b/sum.rs"),
        solution: PathBuf::from("solutions/1_a/01_b/sum.rs"),
        companions: PathBuf::from("exercises/1_a/01_b/sum"),
        locked: Vec::new(),
        step: None,
        carry: false,
        source: Vec::new(),
        doc: DocFacts::default(),
        emit: Vec::new(),
        metadata: Vec::new(),
    }
}

/// A toolchain that is nowhere: checks only describe commands with it.
pub(crate) fn toolchain() -> crate::toolchain::Toolchain {
    crate::toolchain::Toolchain {
        bin: PathBuf::from("/toolchain/bin"),
        sysroot: PathBuf::from("/toolchain"),
        version: "1.95.0".to_owned(),
        host: "x86_64-unknown-linux-gnu".to_owned(),
        identity: String::new(),
        miri: None,
    }
}

/// A program that ended like this and printed that.
pub(crate) fn finished(exit: crate::process::Exit, stdout: &str) -> crate::process::Finished {
    let output = |text: &str| crate::process::Output { bytes: text.as_bytes().to_vec(), gap: None };
    crate::process::Finished {
        exit,
        stdout: output(stdout),
        stderr: output(""),
        took: std::time::Duration::ZERO,
        files: std::collections::BTreeMap::new(),
    }
}

/// Everything that a [`Context`](super::Context) borrows, for an exercise with these companions.
pub(crate) struct Bench {
    pub(crate) exercise: Exercise,
    tools: crate::toolchain::Toolchain,
    pub(crate) sheet: super::Sheet,
    companions: std::collections::BTreeMap<PathBuf, Vec<u8>>,
    env: std::collections::BTreeMap<std::ffi::OsString, std::ffi::OsString>,
    externs: super::build::Externs,
}

impl Bench {
    /// Companions by their path below the exercise's own directory.
    pub(crate) fn new(companions: &[(&str, &str)]) -> Self {
        let exercise = exercise();
        let ours = "// == checks ==\nmod checks { #[test] fn answers() {} }\n";
        let sheet = super::Sheet::new(&exercise, crate::curriculum::Format::Two, ours, ours);
        let place = |(path, text): &(&str, &str)| (exercise.companions.join(path), text.as_bytes().to_vec());
        let companions = companions.iter().map(place).collect();
        let env = std::collections::BTreeMap::new();
        Self {
            exercise,
            tools: toolchain(),
            sheet,
            companions,
            env,
            externs: super::build::Externs::default(),
        }
    }

    /// From here on there is a Miri.
    pub(crate) fn find_miri(&mut self) {
        self.tools.miri = Some(crate::toolchain::Miri {
            program: PathBuf::from("/toolchain/bin/miri"),
            toolchain: "nightly".to_owned(),
            version: "1.95.0".to_owned(),
            library: crate::toolchain::miri::Library::Own,
            identity: String::new(),
        });
    }

    /// What a check would be given.
    pub(crate) fn context(&self) -> super::Context<'_> {
        super::Context {
            exercise: &self.exercise,
            tools: &self.tools,
            sheet: &self.sheet,
            scratch: std::path::Path::new("/scratch"),
            companions: &self.companions,
            kit: None,
            externs: &self.externs,
            package: None,
            nonce: "c0ffee",
            salt: 0,
            env: &self.env,
            own: std::path::Path::new("/cargo-roadmap"),
        }
    }
}

/// One error as rustc reports it, a line of JSON.
pub(crate) fn report(file: &str, code: Option<&str>, message: &str, line: usize) -> String {
    let code = code.map_or("null".to_owned(), |code| format!(r#"{{"code":"{code}","explanation":null}}"#));
    format!(
        r#"{{"$message_type":"diagnostic","message":"{message}","code":{code},"level":"error","spans":[{{"file_name":"{file}","byte_start":0,"byte_end":1,"line_start":{line},"line_end":{line},"column_start":5,"column_end":6,"is_primary":true,"text":[],"label":null,"suggested_replacement":null,"suggestion_applicability":null,"expansion":null}}],"children":[],"rendered":"error: {message}"}}"#
    ) + "\n"
}

/// A compiler that found this one error.
pub(crate) fn refusal(file: &str, code: &str, line: usize) -> crate::process::Finished {
    let mut ended = finished(crate::process::Exit::Code(1), "");
    ended.stderr.bytes = report(file, Some(code), "it cannot be so", line).into_bytes();
    ended
}

/// Miri that found this and stopped.
pub(crate) fn miri_found(file: &str, message: &str, line: usize) -> crate::process::Finished {
    let mut ended = finished(crate::process::Exit::Code(1), "");
    let sum = r#"{"$message_type":"diagnostic","message":"aborting due to 1 previous error","code":null,"level":"error","spans":[],"children":[],"rendered":""}"#;
    ended.stderr.bytes = (report(file, None, message, line) + sum + "\n").into_bytes();
    ended
}
