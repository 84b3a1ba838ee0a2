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
