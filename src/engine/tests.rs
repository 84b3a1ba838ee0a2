//! The engine with a runner that answers by itself: what is run, when, and what is thrown away.

use std::path::Path;
use std::sync::{Condvar, Mutex};
use std::time::Duration;

use super::*;
use crate::check::Word;
use crate::check::fixtures::{exercise, finished, toolchain};
use crate::curriculum::Format;
use crate::process::{Exit, Listener};
use crate::workspace;

/// Answers every command after its builds have met, or after a while alone.
struct Meeting {
    /// How the first build ends.
    first: Exit,
    begun: Mutex<Vec<String>>,
    cancelled: Mutex<usize>,
    changed: Condvar,
}

impl Meeting {
    fn new(first: Exit) -> Self {
        let (begun, cancelled) = (Mutex::default(), Mutex::default());
        Self { first, begun, cancelled, changed: Condvar::new() }
    }
}

impl Runner for Meeting {
    fn run(&self, spec: &CommandSpec, cancel: &Cancel, _: Listener<'_>) -> Result<Finished, ProcessError> {
        let for_tests = spec.args.iter().any(|arg| arg == "--test");
        let name = if spec.confine.is_some() {
            "program"
        } else if for_tests {
            "tests"
        } else {
            "main"
        };
        let mut begun = self.begun.lock().unwrap();
        begun.push(name.to_owned());
        self.changed.notify_all();
        if name == "tests" {
            let (seen, late) = self
                .changed
                .wait_timeout_while(begun, Duration::from_secs(5), |begun| {
                    !begun.contains(&"main".to_owned())
                })
                .unwrap();
            drop(seen);
            return if late.timed_out() {
                Ok(finished(Exit::TimedOut, ""))
            } else {
                Ok(finished(self.first, ""))
            };
        }
        drop(begun);
        if name == "main" && self.first != Exit::Code(0) {
            while !cancel.asked() {
                std::thread::sleep(Duration::from_millis(1));
            }
            *self.cancelled.lock().unwrap() += 1;
            return Ok(finished(Exit::Cancelled, ""));
        }
        Ok(finished(Exit::Code(0), ""))
    }
}

fn judged(runner: &Meeting, ahead: bool) -> Outcome {
    let home = tempfile::tempdir().unwrap();
    for tool in ["rustc", "clippy-driver", "rustfmt"] {
        workspace::lay(&home.path().join("bin"), Path::new(tool), b"").unwrap();
    }
    let tools = Toolchain { bin: home.path().join("bin"), ..toolchain() };
    let engine = Engine { fresh: true, ahead, ..Engine::new(runner, &tools) };
    let mut exercise = exercise();
    exercise.checks = ["compile", "clippy", "run"].map(str::to_owned).to_vec();
    let text = "fn main() {}\n// == checks ==\nmod checks {\n    #[test]\n    fn one() {}\n}\n".to_owned();
    let job = Job {
        exercise: &exercise,
        format: Format::Two,
        theirs: text.clone(),
        ours: text,
        package: BTreeMap::new(),
        companions: BTreeMap::new(),
    };
    engine.judge(&job, &Cancel::new(), &|_| {}).unwrap()
}

#[test]
fn the_second_build_begins_beside_the_first_and_is_not_done_twice() {
    let runner = Meeting::new(Exit::Code(0));
    assert_eq!(judged(&runner, true).word(), Word::Passed);
    let mut begun = runner.begun.lock().unwrap().clone();
    begun.sort();
    assert_eq!(begun, ["main", "program", "tests"]);
}

#[test]
fn where_the_first_build_fails_the_second_is_ended() {
    let runner = Meeting::new(Exit::Code(1));
    assert_eq!(judged(&runner, true).word(), Word::Failed);
    assert_eq!(*runner.cancelled.lock().unwrap(), 1);
    assert!(
        !runner.begun.lock().unwrap().contains(&"program".to_owned()),
        "nothing of the learner's was run"
    );
}

#[test]
fn among_many_exercises_builds_wait_for_their_turn() {
    let runner = Meeting::new(Exit::Code(0));
    assert_eq!(judged(&runner, false).word(), Word::TimedOut, "the first waited in vain for a second");
}
