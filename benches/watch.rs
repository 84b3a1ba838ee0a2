//! From the save to the verdict: ours and rustlings 6.5.0, each in a pseudo-terminal, on the same exercise, alternating,
//! and the compiler by hand beside them. Medians; machines are noisy, ratios less so.
//!
//! `RUSTLINGS` names the program if it is not on `PATH`; its exercises are taken from the sources that
//! `cargo install` has left behind, into a scratch directory.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench starts programs, prints a table, and ends where something is missing"
)]

#[path = "../tests/terminal/mod.rs"]
#[expect(dead_code, reason = "made for tests; a bench needs a part of it")]
mod terminal;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use terminal::{Terminal, Wanted};

const ROUNDS: usize = 11;
const FILE: &str = "exercises/13_error_handling/errors6.rs";

/// A program in a terminal, and the file that it watches.
struct Watcher {
    terminal: Terminal,
    file: PathBuf,
    passed: &'static str,
}

impl Watcher {
    /// Saves, and says how long it takes until this is on the screen.
    fn save(&self, text: &str, words: &str) -> Duration {
        // Far enough from the save before that nobody's quiet time is still running.
        std::thread::sleep(Duration::from_millis(1500));
        assert!(!self.terminal.text().contains(words), "{words} is there before the save");
        std::fs::write(&self.file, text).unwrap();
        let began = Instant::now();
        self.terminal.wait_for(words);
        began.elapsed()
    }
}

/// The exercise in its three states; the number makes each text and each message new.
struct Texts {
    passing: String,
}

impl Texts {
    fn passing(&self, round: usize) -> String {
        format!("{}\n// round {round}\n", self.passing)
    }

    fn failing(&self, round: usize) -> String {
        let test = format!(
            "#[cfg(test)]\nmod more {{\n    #[test]\n    fn no() {{ panic!(\"panic {round} here\"); }}\n}}\n"
        );
        format!("{}\n{test}", self.passing)
    }

    /// A type error in the middle of the file.
    fn broken(&self, round: usize) -> String {
        let line = format!("fn wrong() -> u32 {{ let broken_{round}: u32 = \"\"; broken_{round} }}\n");
        let middle = self.passing.find("#[cfg(test)]").unwrap();
        format!("{}{line}{}", &self.passing[..middle], &self.passing[middle..])
    }

    fn endless(&self) -> String {
        format!("{}\n#[cfg(test)]\nmod more {{\n    #[test]\n    fn no() {{ loop {{}} }}\n}}\n", self.passing)
    }
}

fn sources() -> PathBuf {
    let home = std::env::var_os("CARGO_HOME")
        .map_or_else(|| std::env::home_dir().unwrap().join(".cargo"), PathBuf::from);
    let registries = std::fs::read_dir(home.join("registry/src")).unwrap().flatten();
    registries
        .map(|dir| dir.path().join("rustlings-6.5.0"))
        .find(|dir| dir.is_dir())
        .expect("cargo install rustlings --version 6.5.0")
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn quietly(command: &mut Command) {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(status.success(), "{command:?}");
}

fn ours(home: &Path, sources: &Path) -> Watcher {
    let set = home.join("set");
    for part in ["exercises", "solutions"] {
        copy(&sources.join(part), &set.join(part));
    }
    std::fs::copy(sources.with_file_name("rustlings-macros-6.5.0").join("info.toml"), set.join("info.toml"))
        .unwrap();
    let program = PathBuf::from(env!("CARGO_BIN_EXE_cargo-roadmap"));
    quietly(Command::new(&program).arg("init").current_dir(&set));
    let cwd = set.join("roadmap");
    let args = ["watch", "--only", "errors6", "--trust"].map(str::to_owned).to_vec();
    let state = ("XDG_STATE_HOME".to_owned(), home.join("state").display().to_string());
    let terminal = Terminal::start(&Wanted { program, args, cwd: cwd.clone(), env: vec![state] }, 40, 120);
    terminal.wait_for("errors6 · failed");
    Watcher { terminal, file: cwd.join(FILE), passed: "errors6 · passed" }
}

fn theirs(home: &Path) -> Watcher {
    let program =
        std::env::var_os("RUSTLINGS").map_or_else(|| which::which("rustlings").unwrap(), PathBuf::from);
    let env = vec![("TERM".to_owned(), "xterm-256color".to_owned())];
    let wanted = |args: &[&str], cwd: &Path| Wanted {
        program: program.clone(),
        args: args.iter().map(|arg| (*arg).to_owned()).collect(),
        cwd: cwd.to_path_buf(),
        env: env.clone(),
    };
    let mut init = Terminal::start(&wanted(&["init"], home), 40, 120);
    init.wait_for("ENTER");
    init.press("\n");
    init.ended();
    let cwd = home.join("rustlings");
    let state = "DON'T EDIT THIS FILE!\n\nerrors6\n\n";
    std::fs::write(cwd.join(".rustlings-state.txt"), state).unwrap();
    let terminal = Terminal::start(&wanted(&[], &cwd), 40, 120);
    terminal.wait_for("errors6");
    Watcher { terminal, file: cwd.join(FILE), passed: "Exercise done" }
}

struct ByHand {
    dir: PathBuf,
    rustc: PathBuf,
}

impl ByHand {
    fn new(home: &Path) -> Self {
        let sysroot = Command::new("rustc").args(["--print", "sysroot"]).output().unwrap();
        let rustc = Path::new(String::from_utf8(sysroot.stdout).unwrap().trim()).join("bin/rustc");
        Self { dir: home.to_path_buf(), rustc }
    }

    fn timed(&self, text: &str, args: &[&str], run: bool) -> Duration {
        let source = self.dir.join("by_hand.rs");
        std::fs::write(&source, text).unwrap();
        let began = Instant::now();
        let mut rustc = Command::new(&self.rustc);
        rustc.args(["--edition", "2024"]).args(args).arg(&source).current_dir(&self.dir);
        let built = rustc.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
        if run && built.success() {
            let mut program = Command::new(self.dir.join("by_hand"));
            program.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
        }
        began.elapsed()
    }
}

fn median(samples: &mut [Duration]) -> f64 {
    samples.sort();
    samples[samples.len() / 2].as_secs_f64() * 1000.0
}

#[derive(Default)]
struct Samples {
    ours: Vec<Duration>,
    theirs: Vec<Duration>,
    hand: Vec<Duration>,
}

/// One line of the table. Says whether the goals hold.
fn line(what: &str, samples: &mut Samples, holds: impl Fn(f64, f64, f64) -> bool, goal: &str) -> bool {
    let [ours, theirs, hand] =
        [&mut samples.ours, &mut samples.theirs, &mut samples.hand].map(|all| median(all));
    let verdict = if holds(ours, theirs, hand) { "holds" } else { "NOT REACHED" };
    println!(
        "{what:<34} {ours:>7.0} {theirs:>9.0} {:>6.2} {hand:>8.0} {:>6.2}   {goal}: {verdict}",
        ours / theirs,
        ours / hand
    );
    holds(ours, theirs, hand)
}

fn one(what: &str, value: f64, most: f64, unit: &str) -> bool {
    let verdict = if value <= most { "holds" } else { "NOT REACHED" };
    println!("{what:<34} {value:>7.1} {unit:<40} at most {most}: {verdict}");
    value <= most
}

fn main() {
    let home = tempfile::tempdir().unwrap();
    let sources = sources();
    let passing = std::fs::read_to_string(sources.join("solutions/13_error_handling/errors6.rs")).unwrap();
    let texts = Texts { passing };
    let (ours, theirs) = (ours(home.path(), &sources), theirs(home.path()));
    let hand = ByHand::new(home.path());
    let [mut passing, mut broken, mut failing] = [(); 3].map(|()| Samples::default());
    for round in 0..ROUNDS {
        let name = format!("broken_{round}:");
        broken.ours.push(ours.save(&texts.broken(round), &name));
        broken.theirs.push(theirs.save(&texts.broken(round), &name));
        broken.hand.push(hand.timed(&texts.broken(round), &["--test", "--emit=metadata"], false));
        let panic = format!("panic {round} here");
        failing.ours.push(ours.save(&texts.failing(round), &panic));
        failing.theirs.push(theirs.save(&texts.failing(round), &panic));
        failing.hand.push(hand.timed(&texts.failing(round), &["--test", "-o", "by_hand"], true));
        passing.ours.push(ours.save(&texts.passing(round), ours.passed));
        passing.theirs.push(theirs.save(&texts.passing(round), theirs.passed));
        passing.hand.push(hand.timed(&texts.passing(round), &["--test", "-o", "by_hand"], true));
    }
    println!(
        "{:<34} {:>7} {:>9} {:>6} {:>8} {:>6}",
        "medians of 11, ms, from the save to", "ours", "rustlings", "ratio", "by hand", "ratio"
    );
    let mut all = line(
        "the verdict of a passing test",
        &mut passing,
        |o, t, h| o <= 1.25 * h && o <= 0.3 * t,
        "1.25 x by hand, 0.30 x rustlings",
    );
    all &= line(
        "the first compile error",
        &mut broken,
        |o, t, h| o <= h + 35.0 && o <= 0.3 * t,
        "by hand + 35 ms, 0.30 x rustlings",
    );
    all &= line("the verdict of a failing test", &mut failing, |o, t, _| o <= 0.3 * t, "0.30 x rustlings");
    all &= while_looping(&ours, &texts);
    all &= at_rest(&ours);
    println!("{}", if all { "All goals hold." } else { "Not all goals hold." });
}

/// The learner's program loops: the newest save and every key are answered all the same.
fn while_looping(ours: &Watcher, texts: &Texts) -> bool {
    let (mut saves, mut keys) = (Vec::new(), Vec::new());
    for round in 100..100 + ROUNDS {
        ours.save(&texts.endless(), "checking, for 1 s");
        let began = Instant::now();
        ours.terminal.press("?");
        ours.terminal.wait_for("show the next hint");
        keys.push(began.elapsed());
        ours.terminal.press("?");
        std::thread::sleep(Duration::from_millis(100));
        // The verdict before it is still on the screen, below a line that says so.
        std::fs::write(&ours.file, texts.passing(round)).unwrap();
        let began = Instant::now();
        ours.terminal
            .wait_until("the verdict", |text| text.contains(ours.passed) && !text.contains("checking"));
        saves.push(began.elapsed());
    }
    one("a save during a loop, verdict", median(&mut saves), 300.0, "ms")
        & one("a key during a loop, answer", median(&mut keys), 50.0, "ms")
}

fn at_rest(ours: &Watcher) -> bool {
    std::thread::sleep(Duration::from_secs(2));
    let pid = ours.terminal.child.id();
    let wakes = || -> u64 {
        let tasks = std::fs::read_dir(format!("/proc/{pid}/task")).unwrap().flatten();
        tasks.map(|task| number(&task.path().join("status"), "voluntary_ctxt_switches:")).sum()
    };
    let before = wakes();
    std::thread::sleep(Duration::from_secs(5));
    let woken = u32::try_from(wakes() - before).unwrap();
    let memory = u32::try_from(number(Path::new(&format!("/proc/{pid}/status")), "VmRSS:")).unwrap();
    one("idle: wake-ups a second", f64::from(woken) / 5.0, 0.0, "")
        & one("idle: resident memory", f64::from(memory) / 1024.0, 16.0, "MB")
}

fn number(file: &Path, name: &str) -> u64 {
    let text = std::fs::read_to_string(file).unwrap();
    let line = text.lines().find(|line| line.starts_with(name)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
