//! The real runner against programs that misbehave: each ends within its limit plus 2 s, with its own
//! verdict, and nobody of it is alive afterwards.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test starts programs and ends where something is missing"
)]
#![cfg(target_os = "linux")]

mod support;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use cargo_roadmap::process::os::OsRunner;
use cargo_roadmap::process::{Cancel, Capture, CommandSpec, Confine, Exit, Finished, Runner, Stream};
use support::{assert_nobody, misbehave, tag};

const LIMIT: Duration = Duration::from_secs(1);

fn spec(what: &str, tag: &str) -> CommandSpec {
    CommandSpec {
        program: misbehave().to_path_buf(),
        args: vec![what.into(), tag.into()],
        env: std::env::var_os("PATH").map(|path| ("PATH".into(), path)).into_iter().collect(),
        cwd: std::env::temp_dir(),
        timeout: LIMIT,
        confine: Some(Confine { memory_mb: 2048 }),
        capture: Capture::HeadAndTail(1024 * 1024),
        bring: Vec::new(),
    }
}

fn runner() -> OsRunner {
    OsRunner::new(PathBuf::from(env!("CARGO_BIN_EXE_cargo-roadmap")))
}

/// Runs a fixture; it has to be over in time, with nobody left.
fn run(what: &str) -> Finished {
    run_within(what, LIMIT)
}

fn run_within(what: &str, limit: Duration) -> Finished {
    let tag = tag(what);
    let mut spec = spec(what, &tag);
    spec.timeout = limit;
    let began = Instant::now();
    let finished = runner().run(&spec, &Cancel::new(), &|_, _| {}).unwrap();
    assert!(began.elapsed() < limit + Duration::from_secs(2), "{what} took {:?}", began.elapsed());
    assert_nobody(&tag);
    finished
}

#[test]
fn an_endless_loop_is_timed_out() {
    assert_eq!(run("loop").exit, Exit::TimedOut);
}

#[test]
fn an_endless_sleep_is_timed_out() {
    assert_eq!(run("sleep").exit, Exit::TimedOut);
}

#[test]
fn a_deadlock_is_timed_out() {
    assert_eq!(run("deadlock").exit, Exit::TimedOut);
}

#[test]
fn endless_output_is_timed_out_and_capped() {
    let finished = run("flood");
    assert_eq!(finished.exit, Exit::TimedOut);
    assert_eq!(finished.stdout.bytes.len(), 1024 * 1024);
    assert!(finished.stdout.gap.is_some());
}

#[test]
fn endless_allocation_is_out_of_memory() {
    // Two GiB have to be touched before the limit is met, which takes its time beside other tests.
    assert_eq!(run_within("allocate", Duration::from_secs(20)).exit, Exit::OutOfMemory);
}

#[test]
fn a_stack_overflow_is_a_signal_with_std_s_words() {
    let finished = run("overflow");
    assert_eq!(finished.exit, Exit::Signal(6));
    assert!(finished.stderr.text().contains("has overflowed its stack"));
}

#[test]
fn an_abort_is_a_signal_and_not_out_of_memory() {
    assert_eq!(run("abort").exit, Exit::Signal(6));
}

#[test]
fn a_bad_address_is_a_signal() {
    assert_eq!(run("null").exit, Exit::Signal(11));
}

#[test]
fn a_child_that_holds_the_output_does_not_outlive_its_parent() {
    let began = Instant::now();
    let finished = run("child");
    assert_eq!((finished.exit, finished.stdout.text().as_str()), (Exit::Code(0), "parent ends\n"));
    assert!(began.elapsed() < Duration::from_millis(900), "nobody waits for the child");
}

#[test]
fn a_grandchild_in_its_own_session_that_ignores_sigterm_ends_too() {
    assert_eq!(run("setsid").exit, Exit::Code(0));
    assert_eq!(run("fork_and_wait").exit, Exit::TimedOut);
}

#[test]
fn whoever_ignores_sigterm_is_killed() {
    assert_eq!(run("ignore_term").exit, Exit::TimedOut);
}

#[test]
fn the_exit_code_is_the_program_s_own() {
    assert_eq!(run("exit").exit, Exit::Code(7));
}

#[test]
fn nothing_of_the_environment_is_inherited() {
    let text = run("env").stdout.text();
    let keys: Vec<&str> = text.lines().filter_map(|line| line.split('=').next()).collect();
    assert_eq!(keys, ["PATH"]);
}

#[test]
fn three_hundred_megabytes_are_read_and_not_kept() {
    let finished = run("flood_300");
    assert_eq!(finished.exit, Exit::Code(0));
    let left_out = finished.stdout.gap.map(|gap| gap.bytes);
    assert_eq!(left_out, Some(300_000_000 - 1024 * 1024));
}

#[test]
fn what_it_prints_is_heard_while_it_runs() {
    let heard = std::sync::Mutex::new(Vec::new());
    let listen = |stream: Stream, bytes: &[u8]| {
        assert_eq!(stream, Stream::Stdout);
        heard.lock().unwrap().push((String::from_utf8_lossy(bytes).into_owned(), Instant::now()));
    };
    runner().run(&spec("short", &tag("heard")), &Cancel::new(), &listen).unwrap();
    let ended = Instant::now();
    let heard = heard.into_inner().unwrap();
    assert_eq!(heard[0].0, "begins\n");
    assert!(ended - heard[0].1 > Duration::from_millis(200), "the first line came before the end");
}

#[test]
fn a_cancel_ends_it_at_once() {
    for what in ["loop", "fork_and_wait"] {
        let (cancel, tag) = (Cancel::new(), tag(&format!("cancel-{what}")));
        let asked = std::thread::spawn({
            let cancel = cancel.clone();
            move || {
                std::thread::sleep(Duration::from_millis(300));
                cancel.ask();
                Instant::now()
            }
        });
        let finished = runner().run(&spec(what, &tag), &cancel, &|_, _| {}).unwrap();
        let waited = asked.join().unwrap().elapsed();
        assert_eq!(finished.exit, Exit::Cancelled);
        assert!(
            waited < Duration::from_millis(900),
            "{what}: {waited:?} from the cancel to the end, as long as the grace"
        );
        assert_nobody(&tag);
    }
}

#[test]
fn our_own_sigkill_leaves_nobody() {
    let tag = tag("own-kill");
    let own = env!("CARGO_BIN_EXE_cargo-roadmap");
    // A runner that can be killed: this very test program, asked to run only the helper below.
    let mut child = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "runs_until_it_is_killed", "--include-ignored", "--test-threads=1"])
        .env("KILLED_TAG", &tag)
        .env("OWN", own)
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let until = Instant::now() + Duration::from_secs(20);
    while support::alive(&tag).iter().filter(|line| line.contains("stubborn")).count() == 0 {
        assert!(Instant::now() < until, "the grandchild never came: {:?}", support::alive(&tag));
        std::thread::sleep(Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert_nobody(&tag);
}

#[test]
#[ignore = "only run by the test above, which kills it"]
fn runs_until_it_is_killed() {
    let Ok(tag) = std::env::var("KILLED_TAG") else { return };
    let mut spec = spec("fork_and_wait", &tag);
    spec.timeout = Duration::from_secs(30);
    let _ = runner().run(&spec, &Cancel::new(), &|_, _| {});
}

#[test]
fn an_empty_program_costs_little() {
    let mut spec = spec("unused", "unused");
    spec.program = PathBuf::from("/bin/true");
    spec.args.clear();
    let runner = runner();
    for confine in [None, Some(Confine { memory_mb: 2048 })] {
        spec.confine = confine;
        let mut times: Vec<Duration> = (0..21)
            .map(|_| {
                let began = Instant::now();
                runner.run(&spec, &Cancel::new(), &|_, _| {}).unwrap();
                began.elapsed()
            })
            .collect();
        times.sort();
        println!("median of /bin/true, confined {}: {:?}", confine.is_some(), times[10]);
        assert!(times[10] < Duration::from_millis(100), "{times:?}");
    }
}
