use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use big_1_bisect::CULPRIT;
use big_1_bisect::history::{LENGTH, State, git, state, subject, write};

/// The history in a directory of its own.
struct History(PathBuf);

impl History {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!(
            "history-{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        write(&dir).unwrap_or_else(|error| panic!("the history could not be written: {error}"));
        Self(dir)
    }

    /// The exit code of `probe.sh` for the commit at this place, counted from 0.
    fn probe(&self, place: usize) -> Option<i32> {
        let back = format!("main~{}", LENGTH - 1 - place);
        let done = git(
            &self.0,
            &["checkout", "-q", "--force", "--detach", &back],
            b"",
        );
        done.unwrap_or_else(|error| panic!("{error}"));
        let done = Command::new("sh")
            .arg(probe())
            .current_dir(&self.0)
            .output();
        done.expect("sh can be started").status.code()
    }
}

impl Drop for History {
    fn drop(&mut self) {
        // What stays behind is in a directory for such things.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn probe() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("probe.sh")
}

/// Some places of this kind, in any order.
fn some(wanted: State, count: usize, name: &str) -> Vec<usize> {
    let mut rng = kit::Rng::salted(&format!("big_1_bisect: {name}"));
    let mut places: Vec<usize> = (0..LENGTH)
        .filter(|place| state(*place) == wanted)
        .collect();
    rng.shuffle(&mut places);
    places.truncate(count);
    places
}

#[test]
fn where_2000_grams_are_small_the_code_is_0() {
    let history = History::new();
    for place in [some(State::Good, 3, "good"), vec![0, 44]].concat() {
        assert_eq!(
            history.probe(place),
            Some(0),
            "`{}` is good",
            subject(place)
        );
    }
}

#[test]
fn where_they_are_large_the_code_is_1() {
    let history = History::new();
    for place in [some(State::Bad, 3, "bad"), vec![45, 51, 63]].concat() {
        assert_eq!(
            history.probe(place),
            Some(1),
            "one of the later commits: 2000 grams are large there, whatever they cost"
        );
    }
}

#[test]
fn what_does_not_build_has_the_code_125() {
    for place in some(State::Unfinished, 2, "unfinished") {
        let history = History::new();
        assert_eq!(
            history.probe(place),
            Some(125),
            "`{}` does not build, so it is neither",
            subject(place)
        );
    }
}

#[test]
fn a_program_that_was_built_before_says_nothing_of_this_commit() {
    let history = History::new();
    let unfinished = some(State::Unfinished, 2, "after another");
    history.probe(some(State::Good, 1, "before")[0]);
    assert_eq!(
        history.probe(unfinished[0]),
        Some(125),
        "a good program lies there, of another commit"
    );
    history.probe(some(State::Bad, 1, "before")[0]);
    assert_eq!(
        history.probe(unfinished[1]),
        Some(125),
        "a bad program lies there, of another commit"
    );
}

#[test]
fn git_finds_the_culprit_with_it() {
    let history = History::new();
    let first = format!("main~{}", LENGTH - 1);
    let run = || {
        git(&history.0, &["bisect", "start", "main", &first], b"")?;
        git(
            &history.0,
            &["bisect", "run", "sh", &probe().display().to_string()],
            b"",
        )
    };
    let said = run().unwrap_or_else(|error| panic!("the search ended early: {error}"));
    let found = git(
        &history.0,
        &["show", "-s", "--format=%s", "refs/bisect/bad"],
        b"",
    );
    let found = found.unwrap_or_else(|error| panic!("{error}"));
    let change = (1..LENGTH)
        .find(|place| state(*place) == State::Bad)
        .expect("it was changed");
    assert!(
        found.trim() == subject(change),
        "git bisect run blames a commit that changed no tier:\n{said}"
    );
}

#[test]
fn the_culprit_is_named() {
    let change = (1..LENGTH)
        .find(|place| state(*place) == State::Bad)
        .expect("it was changed");
    let named = (0..LENGTH).find(|place| subject(*place) == CULPRIT);
    let said = match named.map(|place| (place, state(place))) {
        None => format!("no commit is called {CULPRIT:?}"),
        Some((_, State::Unfinished)) => format!("{CULPRIT:?} does not build, and changed no tier"),
        Some((place, _)) if place < change => {
            format!("after {CULPRIT:?} 2000 grams are still small")
        }
        Some((place, _)) if place > change => {
            format!("before {CULPRIT:?} 2000 grams were large already, even if nobody saw it")
        }
        Some(_) => return,
    };
    panic!("{said}");
}
