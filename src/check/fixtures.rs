//! Values that the tests of the checks share.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::curriculum::{Exercise, Form, Limits, Options, Tier};

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
