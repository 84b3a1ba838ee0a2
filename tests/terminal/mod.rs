//! A real terminal around the real program: a pseudo-terminal, an emulator that keeps what it would show and
//! answers what programs ask, and a learner who types and saves.

use std::io::{Read as _, Write as _};
use std::num::NonZero;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use pty_process::blocking::{Pty, open};

/// The longest that anything may take that has no limit of its own; the machine may be busy.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// A learner with a workspace, in a directory of their own.
pub(crate) struct Desk {
    pub(crate) home: tempfile::TempDir,
    pub(crate) workspace: PathBuf,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self::named("roadmap")
    }

    /// With a workspace of this name.
    pub(crate) fn named(name: &str) -> Self {
        let home = tempfile::tempdir().unwrap();
        let made = Command::new(env!("CARGO_BIN_EXE_cargo-roadmap"))
            .args(["init", name])
            .current_dir(home.path())
            .output()
            .unwrap();
        assert!(made.status.success(), "{made:?}");
        let workspace = home.path().join(name);
        Self { home, workspace }
    }

    /// The file of an exercise of the first topics, by its name.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        let topics = std::fs::read_dir(self.workspace.join("exercises/1_core")).unwrap();
        let found = topics.flatten().map(|topic| topic.path().join(format!("{name}.rs")));
        found.into_iter().find(|path| path.is_file()).unwrap()
    }

    /// The file's text with this above its line.
    pub(crate) fn with(&self, name: &str, part: &str) -> String {
        let start = std::fs::read_to_string(self.file(name)).unwrap();
        let line = start.rfind("// == checks ==").unwrap();
        format!("{part}\n{}", &start[line..])
    }

    pub(crate) fn save(&self, name: &str, part: &str) {
        std::fs::write(self.file(name), self.with(name, part)).unwrap();
    }

    pub(crate) fn solution(&self, name: &str) -> String {
        let inside = self.file(name).strip_prefix(self.workspace.join("exercises")).unwrap().to_path_buf();
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("solutions").join(inside)).unwrap()
    }

    pub(crate) fn solve(&self, name: &str) {
        self.save(name, &self.solution(name));
    }

    /// What another instance says about an exercise.
    pub(crate) fn state_of(&self, name: &str) -> String {
        let told = Command::new(env!("CARGO_BIN_EXE_cargo-roadmap"))
            .args(["list", "--format", "json"])
            .current_dir(&self.workspace)
            .output()
            .unwrap();
        let map: serde_json::Value = serde_json::from_slice(&told.stdout).unwrap();
        let stages = map["stages"].as_array().unwrap().iter();
        let topics = stages.flat_map(|stage| stage["topics"].as_array().unwrap());
        let mut lines = topics.flat_map(|topic| topic["exercises"].as_array().unwrap());
        lines.find(|line| line["name"] == name).unwrap()["state"].as_str().unwrap().to_owned()
    }

    /// `cargo roadmap watch` in a terminal of 24 rows and 80 columns.
    pub(crate) fn watch(&self) -> Terminal {
        Terminal::start(&self.command(), 24, 80)
    }

    pub(crate) fn command(&self) -> Wanted {
        let program = PathBuf::from(env!("CARGO_BIN_EXE_cargo-roadmap"));
        Wanted { program, args: vec!["watch".into()], cwd: self.workspace.clone(), env: Vec::new() }
    }
}

/// A program to start in a terminal.
#[derive(Clone)]
pub(crate) struct Wanted {
    pub(crate) program: PathBuf,
    pub(crate) args: Vec<String>,
    pub(crate) cwd: PathBuf,
    pub(crate) env: Vec<(String, String)>,
}

/// A terminal with a program in it.
pub(crate) struct Terminal {
    pty: Arc<Pty>,
    pub(crate) child: Child,
    shown: Arc<Mutex<Shown>>,
}

struct Shown {
    parser: vt100::Parser,
    /// Everything that was written, with escapes.
    raw: Vec<u8>,
}

impl Terminal {
    pub(crate) fn start(wanted: &Wanted, rows: u16, columns: u16) -> Self {
        let (pty, pts) = open().unwrap();
        pty.resize(pty_process::Size::new(rows, columns)).unwrap();
        let command = pty_process::blocking::Command::new(&wanted.program)
            .args(&wanted.args)
            .current_dir(&wanted.cwd)
            .env_remove("NO_COLOR")
            .env_remove("CARGO_TERM_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .env_remove("VISUAL")
            .env_remove("EDITOR")
            .env("TERM", "xterm-256color")
            .env("LANG", "C.UTF-8")
            .envs(wanted.env.clone());
        let child = command.spawn(pts).unwrap();
        let pty = Arc::new(pty);
        let parser = vt100::Parser::new(cells(rows), cells(columns), 1000);
        let shown = Arc::new(Mutex::new(Shown { parser, raw: Vec::new() }));
        let (reader, into) = (Arc::clone(&pty), Arc::clone(&shown));
        std::thread::spawn(move || follow(&reader, &into));
        Self { pty, child, shown }
    }

    pub(crate) fn press(&self, keys: &str) {
        (&*self.pty).write_all(keys.as_bytes()).unwrap();
    }

    pub(crate) fn resize(&self, rows: u16, columns: u16) {
        self.shown.lock().unwrap().parser.screen_mut().set_size(cells(rows), cells(columns));
        self.pty.resize(pty_process::Size::new(rows, columns)).unwrap();
    }

    /// The lines that are shown.
    pub(crate) fn text(&self) -> String {
        self.shown.lock().unwrap().parser.screen().contents()
    }

    pub(crate) fn raw(&self) -> String {
        String::from_utf8_lossy(&self.shown.lock().unwrap().raw).into_owned()
    }

    /// Waits until the screen shows this, and says how long that took.
    pub(crate) fn wait_for(&self, words: &str) -> Duration {
        self.wait_until(&format!("{words:?}"), |text| text.contains(words))
    }

    pub(crate) fn wait_until(&self, what: &str, is_there: impl Fn(&str) -> bool) -> Duration {
        let began = Instant::now();
        loop {
            let text = self.text();
            if is_there(&text) {
                return began.elapsed();
            }
            assert!(began.elapsed() < PATIENCE, "{what} never came; the screen:\n{text}");
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    pub(crate) fn signal(&self, signal: &str) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([&format!("-{signal}"), &pid]).status().unwrap().success());
    }

    /// Waits for the program's end; its exit code, or 128 and the signal.
    pub(crate) fn ended(&mut self) -> i32 {
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // What it wrote last is on its way still.
                std::thread::sleep(Duration::from_millis(50));
                return status.code().unwrap_or_else(|| 128 + status.signal().unwrap());
            }
            assert!(began.elapsed() < PATIENCE, "it did not end; the screen:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Asserts that the terminal is as a shell wants it: echo, lines, cursor, first screen.
    pub(crate) fn assert_given_back(&self) {
        use rustix::termios::{LocalModes, tcgetattr};
        let modes = tcgetattr(&*self.pty).unwrap().local_modes;
        assert!(modes.contains(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG), "{modes:?}");
        let shown = self.shown.lock().unwrap();
        assert!(!shown.parser.screen().alternate_screen(), "the second screen is left");
        assert!(!shown.parser.screen().hide_cursor(), "the cursor is seen");
        assert!(!shown.parser.screen().bracketed_paste(), "pastes are as usual");
    }

    /// Whether keys come one by one, without echo.
    pub(crate) fn is_raw(&self) -> bool {
        use rustix::termios::{LocalModes, tcgetattr};
        !tcgetattr(&*self.pty).unwrap().local_modes.intersects(LocalModes::ECHO | LocalModes::ICANON)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

/// Reads until the terminal is closed, and answers as terminals do.
fn follow(mut pty: &Pty, shown: &Mutex<Shown>) {
    let mut bytes = [0; 8192];
    while let Ok(count @ 1..) = pty.read(&mut bytes) {
        let mut shown = shown.lock().unwrap();
        shown.raw.extend_from_slice(&bytes[..count]);
        shown.parser.process(&bytes[..count]);
        let (row, column) = shown.parser.screen().cursor_position();
        drop(shown);
        let position = format!("\u{1b}[{};{}R", row + 1, column + 1);
        for (asked, answer) in
            [("\u{1b}[6n", position.as_str()), ("\u{1b}[c", "\u{1b}[?62;c"), ("\u{1b}[5n", "\u{1b}[0n")]
        {
            if bytes[..count].windows(asked.len()).any(|window| window == asked.as_bytes()) {
                let _ = pty.write_all(answer.as_bytes());
            }
        }
    }
}
