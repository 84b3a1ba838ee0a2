//! The one question that the program asks: whether a stranger's set may run.

use std::path::Path;
use std::process::Command;

use crate::terminal::{Terminal, Wanted};

/// A set that somebody else made, and a call of the program in it.
fn strangers(home: &Path, args: &[&str]) -> Wanted {
    let program = env!("CARGO_BIN_EXE_cargo-roadmap");
    if !home.join("set").exists() {
        let made = Command::new(program)
            .args(["new", "--set", "set"])
            .current_dir(home)
            .env("XDG_STATE_HOME", home.join("of the author"))
            .output()
            .unwrap();
        assert!(made.status.success(), "{made:?}");
    }
    let state = home.join("state").to_str().unwrap().to_owned();
    Wanted {
        program: program.into(),
        args: args.iter().map(|arg| (*arg).to_owned()).collect(),
        cwd: home.join("set"),
        env: vec![("XDG_STATE_HOME".to_owned(), state)],
    }
}

#[test]
fn the_first_run_asks_takes_no_for_an_answer_and_after_yes_never_asks_again() {
    let home = tempfile::tempdir().unwrap();
    for no in ["n\n", "\n", "maybe\n"] {
        let mut run = Terminal::start(&strangers(home.path(), &["run"]), 24, 80);
        run.wait_for("Do you trust this set? [y/N]");
        run.press(no);
        assert_eq!(run.ended(), 2, "{}", run.text());
        assert!(run.text().contains("nothing of the exercise set"), "{}", run.text());
    }
    let mut run = Terminal::start(&strangers(home.path(), &["run"]), 24, 80);
    run.wait_for("[y/N]");
    run.press("y\n");
    assert_eq!(run.ended(), 1, "{}", run.text());
    run.wait_for("first_steps · failed");
    let mut again = Terminal::start(&strangers(home.path(), &["verify", "all"]), 24, 80);
    assert_eq!(again.ended(), 1);
    assert!(!again.text().contains("trust"), "{}", again.text());
}

#[test]
fn a_session_asks_before_it_draws_its_screen() {
    let home = tempfile::tempdir().unwrap();
    let mut watch = Terminal::start(&strangers(home.path(), &["watch"]), 24, 80);
    watch.wait_for("[y/N]");
    watch.press("yes\n");
    watch.wait_for("first_steps · failed");
    watch.press("q");
    watch.ended();
    watch.assert_given_back();
}
