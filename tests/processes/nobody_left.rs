//! Nobody outlives a run: not by leaving the group, not by forking, not by killing who stands over
//! them; not a cancel, not the end of everything, not a SIGKILL of the runner itself.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use cargo_roadmap::process::{Cancel, Confine, Exit, Runner};

use rustix::process::{Pid, Signal, kill_process};

use crate::support::{Family, fixture, plain, run, runner};

fn leaves_nobody(word: &str, confined: bool, limit: Duration, want: Exit, came: usize) {
    let family = Family::new();
    let mut spec = family.spec(word, confined);
    spec.timeout = limit;
    let done = run(&spec);
    assert_eq!(done.exit, want, "{word}: {}", done.stderr.text());
    family.assert_gone(came);
}

const SHORT: Duration = Duration::from_millis(700);
const LONG: Duration = Duration::from_secs(20);

#[test]
fn a_child_that_holds_stdout_is_not_waited_for() {
    for confined in [false, true] {
        let started = Instant::now();
        leaves_nobody("holder", confined, LONG, Exit::Code(0), 2);
        assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
    }
}

#[test]
fn a_child_without_our_pipes_ends_too() {
    for confined in [false, true] {
        leaves_nobody("quiet_child", confined, LONG, Exit::Code(0), 2);
    }
}

#[test]
fn a_stubborn_grandchild_in_its_own_session_ends() {
    leaves_nobody("session", true, SHORT, Exit::TimedOut, 2);
    leaves_nobody("session_left", true, LONG, Exit::Code(0), 2);
}

#[test]
fn a_double_fork_ends() {
    leaves_nobody("fork", true, LONG, Exit::Code(0), 3);
}

#[test]
fn who_forks_faster_than_anybody_looks_ends() {
    let family = Family::new();
    let done = run(&family.spec("many", true));
    assert_eq!(done.exit, Exit::Code(0), "{}", done.stderr.text());
    family.assert_gone(3);
}

#[test]
fn who_kills_the_supervisor_ends() {
    leaves_nobody("kill_parent", true, LONG, Exit::Signal(9), 2);
}

#[test]
fn who_stops_the_supervisor_ends() {
    leaves_nobody("stop_parent", true, SHORT, Exit::TimedOut, 1);
}

#[test]
fn a_cancel_from_another_thread_is_noticed_at_once() {
    for confined in [false, true] {
        let mut family = Family::new();
        let spec = family.spec("polite", confined);
        let (cancel, os) = (Cancel::new(), runner());
        thread::scope(|scope| {
            let run = scope.spawn(|| os.run(&spec, &cancel, &|_, _| {}).unwrap());
            family.wait_for(1);
            let asked = Instant::now();
            cancel.ask();
            assert_eq!(run.join().unwrap().exit, Exit::Cancelled);
            println!("from cancel to return, confined {confined}: {:?}", asked.elapsed());
            assert!(asked.elapsed() < Duration::from_millis(500), "{:?}", asked.elapsed());
        });
        family.assert_gone(0);
        let late = os.run(&spec, &cancel, &|_, _| {}).unwrap();
        assert_eq!((late.exit, late.took), (Exit::Cancelled, Duration::ZERO), "it stays cancelled");
    }
}

#[test]
fn the_end_of_all_ends_all_and_starts_nothing_more() {
    let mut families: Vec<Family> = (0..4).map(|_| Family::new()).collect();
    let words = [("stubborn", true), ("stubborn", false), ("session", true), ("polite", false)];
    let specs: Vec<_> = words.iter().zip(&families).map(|((word, c), f)| f.spec(word, *c)).collect();
    let os = runner();
    thread::scope(|scope| {
        let run = |spec| os.run(spec, &Cancel::new(), &|_, _| {}).unwrap().exit;
        let runs: Vec<_> = specs.iter().map(|spec| scope.spawn(move || run(spec))).collect();
        for family in &mut families {
            family.wait_for(1);
        }
        thread::sleep(Duration::from_millis(100)); // until SIGTERM is ignored
        let started = Instant::now();
        os.end_all();
        println!("end of all: {:?}", started.elapsed());
        assert!(started.elapsed() < Duration::from_millis(1900), "{:?}", started.elapsed());
        for family in families.drain(..) {
            family.assert_gone(0);
        }
        for run in runs {
            assert_eq!(run.join().unwrap(), Exit::Cancelled);
        }
    });
    let late = os.run(&plain("/bin/true".as_ref()), &Cancel::new(), &|_, _| {}).unwrap();
    assert_eq!((late.exit, late.took), (Exit::Cancelled, Duration::ZERO), "it was not even started");
}

#[test]
fn the_end_of_all_does_not_wait_for_a_stuck_listener() {
    for (word, confined) in [("stubborn", false), ("stubborn", true), ("stop_parent", true)] {
        let family = Family::new();
        let spec = family.spec(word, confined);
        let os = runner();
        let (go_on, stuck) = channel::<()>();
        let (says, said) = channel();
        let stuck = std::sync::Mutex::new(stuck);
        thread::scope(|scope| {
            scope.spawn(|| {
                let listen = |_, _: &[u8]| {
                    says.send(()).unwrap();
                    let _ = stuck.lock().unwrap().recv();
                };
                os.run(&spec, &Cancel::new(), &listen).unwrap();
            });
            said.recv().unwrap();
            os.end_all();
            family.assert_gone(1);
            drop(go_on);
        });
    }
}

#[test]
fn even_beside_a_stuck_listener_a_program_is_asked_before_it_is_killed() {
    let dir = tempfile::tempdir().unwrap();
    let mut spec = plain("/bin/sh".as_ref());
    let script = "trap 'echo > asked; exit' TERM; echo ready; while :; do :; done";
    spec.args = ["-c", script].map(Into::into).to_vec();
    spec.cwd = dir.path().into();
    let os = runner();
    let (go_on, stuck) = channel::<()>();
    let (says, said) = channel();
    let stuck = std::sync::Mutex::new(stuck);
    thread::scope(|scope| {
        scope.spawn(|| {
            let listen = |_, _: &[u8]| {
                says.send(()).unwrap();
                let _ = stuck.lock().unwrap().recv();
            };
            os.run(&spec, &Cancel::new(), &listen).unwrap();
        });
        said.recv().unwrap();
        os.end_all();
        assert!(dir.path().join("asked").exists());
        drop(go_on);
    });
}

#[test]
fn a_panic_in_the_listener_leaves_nobody() {
    for (word, confined) in [("stubborn", false), ("stubborn", true)] {
        let family = Family::new();
        let spec = family.spec(word, confined);
        let os = runner();
        let listen = |_, _: &[u8]| panic!("as wanted");
        let result = catch_unwind(AssertUnwindSafe(|| os.run(&spec, &Cancel::new(), &listen)));
        assert!(result.is_err());
        family.assert_gone(1);
    }
}

/// Not a test: what [`a_sigkill_of_the_runner_leaves_nobody`] starts as a process of its own.
#[test]
#[ignore = "is the runner that another test kills"]
fn as_a_runner() {
    #[expect(clippy::disallowed_methods, reason = "how the other test says where")]
    let Ok(fifo) = std::env::var("FIFO") else { return };
    let mut spec = plain(fixture(false));
    spec.args = vec!["session".into(), fifo.into()];
    spec.confine = Some(Confine { memory_mb: 256 });
    let _ = runner().run(&spec, &Cancel::new(), &|_, _| {});
}

#[test]
fn a_sigkill_of_the_runner_leaves_nobody() {
    let mut family = Family::new();
    let mut spec = plain(&std::env::current_exe().unwrap());
    spec.args = ["nobody_left::as_a_runner", "--exact", "--ignored"].map(Into::into).to_vec();
    spec.env = std::env::vars_os().collect();
    spec.env.insert("FIFO".into(), family.spec("", false).args[1].clone());
    let cancel = Cancel::new();
    thread::scope(|scope| {
        let os = runner();
        let run = scope.spawn({
            let (spec, cancel) = (&spec, &cancel);
            move || os.run(spec, cancel, &|_, _| {}).unwrap()
        });
        family.wait_for(2);
        let runner = pid_of_the_runner();
        kill_process(runner, Signal::KILL).unwrap();
        assert_eq!(run.join().unwrap().exit, Exit::Signal(9));
    });
    family.assert_gone(0);
}

/// The process that runs [`as_a_runner`] under this one.
fn pid_of_the_runner() -> Pid {
    let ours = |pid: &i32| {
        let line = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        let parent = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        String::from_utf8_lossy(&line).contains("as_a_runner")
            && parent.rsplit_once(") ").is_some_and(|(_, rest)| {
                rest.split_whitespace().nth(1) == Some(&std::process::id().to_string())
            })
    };
    let all = std::fs::read_dir("/proc").unwrap().flatten();
    let mut pids = all.filter_map(|entry| entry.file_name().to_str()?.parse::<i32>().ok());
    Pid::from_raw(pids.find(ours).unwrap()).unwrap()
}
