//! The terminal is given back, whatever happens, and nobody is left.

use std::io::Read as _;
use std::time::{Duration, Instant};

use crate::support::{assert_nobody, tag};
use crate::talk::greeting;
use crate::terminal::{Desk, PATIENCE, Terminal, Wanted};

/// A session in which the learner's program runs for ever; the tag is in its command line.
fn busy(desk: &Desk, name: &str) -> (Terminal, String) {
    let tag = tag(name);
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    let body = format!(
        "    let _ = (name, exercises);\n    let mut sleeper = std::process::Command::new(\"sh\").args([\"-c\", \"sleep 60; : {tag}\"]).spawn().unwrap();\n    sleeper.wait().unwrap();\n    String::new()"
    );
    desk.save("first_light", &greeting(&body));
    watch.wait_for("checking, for 1 s");
    watch.wait_until("the learner's program", |_| !crate::support::alive(&tag).is_empty());
    (watch, tag)
}

#[test]
fn keys_and_signals_end_it_and_give_the_terminal_back() {
    for (number, (ending, code)) in
        [("q", 0), ("\u{4}", 0), ("\u{3}", 130), ("TERM", 130), ("HUP", 130), ("INT", 130)]
            .into_iter()
            .enumerate()
    {
        let desk = Desk::new();
        let (mut watch, tag) = busy(&desk, &format!("ending{number}"));
        if ending.len() == 1 {
            watch.press(ending);
        } else {
            watch.signal(ending);
        }
        assert_eq!(watch.ended(), code, "{ending:?}");
        watch.assert_given_back();
        assert_nobody(&tag);
    }
}

/// A window that is closed takes its terminal along: whoever reads keys then finds nothing but the end of them.
#[test]
fn a_closed_window_ends_it() {
    let desk = Desk::new();
    let Wanted { program, args, cwd, .. } = desk.command();
    let (mut window, inside) = pty_process::blocking::open().unwrap();
    window.resize(pty_process::Size::new(24, 80)).unwrap();
    let command = pty_process::blocking::Command::new(program).args(args).current_dir(cwd);
    let mut child = command.env("TERM", "xterm-256color").spawn(inside).unwrap();
    let (mut shown, mut part) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&shown).contains("quit") {
        let read = window.read(&mut part).unwrap();
        shown.extend_from_slice(&part[..read]);
    }
    drop(window);
    let closed = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if closed.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("it went on without a terminal");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_kill_leaves_nobody() {
    let desk = Desk::new();
    let (mut watch, tag) = busy(&desk, "kill");
    watch.signal("KILL");
    assert_eq!(watch.ended(), 137);
    assert_nobody(&tag);
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_takes_it_again() {
    let desk = Desk::new();
    let program = which::which("bash").expect("bash, for its job control");
    let args = ["--norc", "--noprofile", "-i"].map(str::to_owned).to_vec();
    let env = vec![("PS1".to_owned(), "shell> ".to_owned())];
    let mut shell = Terminal::start(&Wanted { program, args, cwd: desk.workspace.clone(), env }, 24, 80);
    shell.wait_for("shell>");
    shell.press(&format!("{} watch\n", env!("CARGO_BIN_EXE_cargo-roadmap")));
    shell.wait_for("first_light · failed");
    shell.press("\u{1a}");
    shell.wait_for("Stopped");
    shell.press("echo back in the $((40 + 2))\n");
    shell.wait_for("back in the 42");
    shell.press("stty -a\n");
    shell.wait_until("a terminal in its usual modes", |text| text.contains("isig icanon iexten echo "));
    assert!(!shell.text().contains("q quit"), "the first screen is back");
    shell.press("fg\n");
    shell.wait_for("first_light · failed");
    assert!(shell.is_raw());
    shell.press("h");
    shell.wait_for("Hint 1 of 3");
    shell.press("q");
    shell.wait_for("You are at first_light");
    shell.press("exit\n");
    assert_eq!(shell.ended(), 0);
}

#[test]
fn a_panic_of_ours_gives_the_terminal_back_and_is_seen() {
    let program = std::env::current_exe().unwrap();
    let args = ["--ignored", "--exact", "endings::takes_the_terminal_and_panics", "--nocapture"];
    let args = args.map(str::to_owned).to_vec();
    let cwd = std::env::temp_dir();
    let env = vec![("RUST_BACKTRACE".to_owned(), "0".to_owned())];
    let mut terminal = Terminal::start(&Wanted { program, args, cwd, env }, 24, 80);
    terminal.wait_until("the panic", |_| terminal.raw().contains("what nobody thought of"));
    assert_ne!(terminal.ended(), 0);
    terminal.assert_given_back();
    assert!(terminal.text().contains("what nobody thought of"), "{}", terminal.text());
}

#[test]
#[ignore = "run by the test above, in a terminal of its own"]
fn takes_the_terminal_and_panics() {
    let _terminal = cargo_roadmap::terminal::Terminal::take().unwrap();
    std::thread::spawn(|| panic!("what nobody thought of")).join().unwrap();
}
