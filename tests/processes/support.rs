//! Builds the fixtures once, runs them, and proves that nobody of them is alive.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use cargo_roadmap::process::os::OsRunner;
use cargo_roadmap::process::{Cancel, Capture, CommandSpec, Confine, Exit, Finished, Runner};
use rustix::fs::{FileType, Mode, OFlags};
use tempfile::TempDir;

/// The binary with the hidden subcommand.
pub(crate) fn runner() -> OsRunner {
    OsRunner::new(PathBuf::from(env!("CARGO_BIN_EXE_cargo-roadmap")))
}

/// The fixture program, built once for all tests, without the standard library's own checks of
/// pointers, which would turn a read of address 0 into an abort. The other build has them.
pub(crate) fn fixture(debug_assertions: bool) -> &'static Path {
    static BUILT: OnceLock<(TempDir, [PathBuf; 2])> = OnceLock::new();
    let (_, [with, without]) = BUILT.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        let source = dir.path().join("fixture.rs");
        OpenOptions::new().write(true).create_new(true).open(&source).unwrap();
        fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/processes/fixture.rs"), &source).unwrap();
        let built = ["yes", "no"].map(|checks| {
            let out = dir.path().join(format!("fixture_{checks}"));
            let mut spec = plain(&which::which("rustc").unwrap());
            spec.args = ["--edition=2024", "-Copt-level=0"].map(OsString::from).to_vec();
            spec.args.push(format!("-Cdebug-assertions={checks}").into());
            spec.args.extend(["-o".into(), out.clone().into(), source.clone().into()]);
            spec.env = std::env::vars_os().collect();
            spec.timeout = Duration::from_secs(120);
            let done = runner().run(&spec, &Cancel::new(), &|_, _| {}).unwrap();
            assert_eq!(done.exit, Exit::Code(0), "{}", done.stderr.text());
            out
        });
        (dir, built)
    });
    if debug_assertions { with } else { without }
}

/// A program without arguments and limits worth mentioning.
pub(crate) fn plain(program: &Path) -> CommandSpec {
    CommandSpec {
        program: program.into(),
        args: Vec::new(),
        env: BTreeMap::new(),
        cwd: std::env::temp_dir(),
        timeout: Duration::from_secs(20),
        confine: None,
        capture: Capture::HeadAndTail(1 << 20),
        bring: Vec::new(),
    }
}

/// One run of a fixture, with the pipe that tells who is alive.
pub(crate) struct Family {
    pub(crate) dir: TempDir,
    fifo: PathBuf,
    reader: File,
}

impl Family {
    pub(crate) fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let fifo = dir.path().join("alive");
        rustix::fs::mknodat(rustix::fs::CWD, &fifo, FileType::Fifo, Mode::RWXU, 0).unwrap();
        let flags = OFlags::NONBLOCK.bits().cast_signed();
        let reader = OpenOptions::new().read(true).custom_flags(flags).open(&fifo).unwrap();
        Self { dir, fifo, reader }
    }

    /// The fixture called by this word, confined or not.
    pub(crate) fn spec(&self, word: &str, confined: bool) -> CommandSpec {
        let mut spec = plain(fixture(false));
        spec.args = vec![word.into(), self.fifo.clone().into()];
        spec.cwd = self.dir.path().into();
        spec.confine = confined.then_some(Confine { memory_mb: 256 });
        spec
    }

    /// How many processes of the family have been there so far; waits until there are that many.
    pub(crate) fn wait_for(&mut self, many: usize) {
        let until = Instant::now() + Duration::from_secs(10);
        let mut seen = 0;
        while seen < many {
            assert!(Instant::now() < until, "only {seen} of {many} processes came");
            seen += self.read().unwrap_or(0);
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Everybody has closed the pipe within 2 s, and nobody in /proc has its path as an argument.
    pub(crate) fn assert_gone(mut self, came: usize) {
        let until = Instant::now() + Duration::from_secs(2);
        let mut seen = 0;
        loop {
            match self.read() {
                Some(0) => break,
                Some(more) => seen += more,
                None => {
                    assert!(Instant::now() < until, "somebody is alive: {:?}", self.in_proc(|_| true));
                    thread::sleep(Duration::from_millis(1));
                }
            }
        }
        assert!(seen >= came, "only {seen} of {came} processes came at all");
        // The supervisor never had the pipe, and may need a moment more.
        while let Some(pid) = self.in_proc(|_| true).pop() {
            assert!(Instant::now() < until, "somebody without the pipe is alive: {pid}");
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// `Some(0)`: the end; `None`: somebody may still write.
    fn read(&mut self) -> Option<usize> {
        match self.reader.read(&mut [0; 4096]) {
            Ok(n) => Some(n),
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::WouldBlock);
                None
            }
        }
    }

    /// The processes that have the FIFO's path as an argument, and whose command line fits.
    pub(crate) fn in_proc(&self, fits: impl Fn(&str) -> bool) -> Vec<i32> {
        let Ok(all) = fs::read_dir("/proc") else { return Vec::new() };
        let pids = all.flatten().filter_map(|entry| entry.file_name().to_str()?.parse::<i32>().ok());
        let fifo = self.fifo.to_str().unwrap();
        let ours = |pid: &i32| {
            let line = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
            let line = String::from_utf8_lossy(&line);
            line.contains(fifo) && fits(&line)
        };
        pids.filter(ours).collect()
    }
}

/// Runs a spec to its end, and checks that it took no longer than its limit plus 2 s.
pub(crate) fn run(spec: &CommandSpec) -> Finished {
    let started = Instant::now();
    let done = runner().run(spec, &Cancel::new(), &|_, _| {}).unwrap();
    let took = started.elapsed();
    assert!(took < spec.timeout + Duration::from_secs(2), "{:?} took {took:?}", spec.args);
    done
}
