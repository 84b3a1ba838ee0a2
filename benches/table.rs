//! The performance table: ours beside plain rustc in one run, medians of alternating samples, as ratios where a ratio
//! says more. Machines are noisy; a number alone says little.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench starts programs, prints a table, and ends where something is missing"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const ROUNDS: usize = 11;

struct Bench {
    home: tempfile::TempDir,
    rustc: PathBuf,
}

impl Bench {
    fn roadmap(&self, args: &[&str]) -> Duration {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-roadmap"));
        command.args(args).current_dir(self.home.path().join("roadmap"));
        timed(&mut command)
    }

    fn workspace(&self) -> PathBuf {
        self.home.path().join("roadmap")
    }
}

fn timed(command: &mut Command) -> Duration {
    let began = Instant::now();
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    began.elapsed()
}

fn median(mut samples: Vec<Duration>) -> Duration {
    samples.sort();
    samples[samples.len() / 2]
}

fn milliseconds(duration: Duration) -> String {
    format!("{:.1} ms", duration.as_secs_f64() * 1000.0)
}

/// Every solution in its place.
fn solve_everything(workspace: &Path) {
    let solutions = Path::new(env!("CARGO_MANIFEST_DIR")).join("solutions");
    let mut open = vec![solutions.clone()];
    while let Some(dir) = open.pop() {
        for entry in std::fs::read_dir(dir).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let target = workspace.join("exercises").join(path.strip_prefix(&solutions).unwrap());
            let Ok(start) = std::fs::read_to_string(&target) else { continue };
            let Some(line) = start.rfind("// == checks ==") else { continue };
            let part = std::fs::read_to_string(&path).unwrap();
            std::fs::write(&target, format!("{part}{}", &start[line..])).unwrap();
        }
    }
}

fn rustc() -> PathBuf {
    let output = Command::new("rustc").args(["--print", "sysroot"]).output().unwrap();
    PathBuf::from(String::from_utf8(output.stdout).unwrap().trim()).join("bin")
}

fn main() {
    let home = tempfile::tempdir().unwrap();
    let mut init = Command::new(env!("CARGO_BIN_EXE_cargo-roadmap"));
    let init = timed(init.arg("init").current_dir(home.path()));
    let bench = Bench { home, rustc: rustc() };
    solve_everything(&bench.workspace());
    println!("{:<58} {:>10} {:>10} {:>7}", "medians of 11, alternating", "ours", "by hand", "ratio");
    run_beside_rustc(&bench, "tail_expression", "clippy-driver");
    run_beside_rustc(&bench, "pattern_workout", "clippy-driver");
    run_beside_rustc(&bench, "question_mark", "rustc");
    bench.roadmap(&["verify", "all"]);
    let verify = median((0..ROUNDS).map(|_| bench.roadmap(&["verify", "all"])).collect());
    let list = median((0..ROUNDS).map(|_| bench.roadmap(&["list"])).collect());
    println!("{:<58} {:>10}   at most 60 ms", "verify all, nothing changed", milliseconds(verify));
    println!("{:<58} {:>10}   at most 20 ms", "list", milliseconds(list));
    println!("{:<58} {:>10}   at most 300 ms", "init", milliseconds(init));
}

/// `run` of a passing exercise beside the same compiler with the same flags and the test binary, by hand.
fn run_beside_rustc(bench: &Bench, name: &str, driver: &str) {
    let file = find(&bench.workspace().join("exercises"), &format!("{name}.rs")).unwrap();
    let out = bench.home.path().join("by_hand");
    let (mut ours, mut by_hand) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        forget_verdicts(bench);
        ours.push(bench.roadmap(&["run", name]));
        let mut compile = Command::new(bench.rustc.join(driver));
        compile.arg(&file).args(["--edition", "2024", "--crate-name", name, "--test", "-C", "debuginfo=0"]);
        compile.args(["--error-format=json", "--json=diagnostic-rendered-ansi", "-F", "unsafe_code"]);
        compile.args(["-C", "prefer-dynamic", "-o"]).arg(&out);
        if driver == "clippy-driver" {
            compile.args(["-W", "clippy::all"]);
        }
        if let Some(kit) = find(&bench.workspace().join(".roadmap/cache"), "libkit.rlib") {
            compile.arg("--extern").arg(format!("kit={}", kit.display()));
        }
        let libraries = bench.rustc.parent().unwrap().join("lib");
        let mut test = Command::new(&out);
        compile.env("LD_LIBRARY_PATH", &libraries);
        test.arg("--test-threads=1").env("LD_LIBRARY_PATH", &libraries);
        by_hand.push(timed(&mut compile) + timed(&mut test));
    }
    let (ours, by_hand) = (median(ours), median(by_hand));
    let ratio = ours.as_secs_f64() / by_hand.as_secs_f64();
    let label = format!("run {name} / {driver} --test and its binary");
    println!(
        "{label:<58} {:>10} {:>10} {ratio:>6.2}   at most 1.25",
        milliseconds(ours),
        milliseconds(by_hand)
    );
}

fn forget_verdicts(bench: &Bench) {
    let _ = std::fs::remove_dir_all(bench.workspace().join(".roadmap/cache/verdicts"));
}

fn find(dir: &Path, name: &str) -> Option<PathBuf> {
    std::fs::read_dir(dir).ok()?.flatten().find_map(|entry| {
        let path = entry.path();
        if path.is_dir() { find(&path, name) } else { path.ends_with(name).then_some(path) }
    })
}
