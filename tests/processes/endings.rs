//! Every way to end is told apart, within the limit plus 2 s, and nobody is alive after.

use std::time::{Duration, Instant};

use cargo_roadmap::process::{Cancel, CommandSpec, Confine, Exit, ProcessError, Runner};

use crate::support::{Family, fixture, plain, run, runner};

const LIMIT: Duration = Duration::from_millis(700);

/// Runs a confined fixture in its own family.
fn ends(word: &str, change: impl FnOnce(&mut CommandSpec), want: Exit, came: usize) {
    let family = Family::new();
    let mut spec = family.spec(word, true);
    change(&mut spec);
    let done = run(&spec);
    assert_eq!(done.exit, want, "{word}: {}", done.stderr.text());
    family.assert_gone(came);
}

fn short(spec: &mut CommandSpec) {
    spec.timeout = LIMIT;
}

#[test]
fn a_loop_times_out() {
    ends("loop", short, Exit::TimedOut, 1);
}

#[test]
fn a_sleeper_times_out() {
    ends("sleep", short, Exit::TimedOut, 1);
}

#[test]
fn a_deadlock_times_out() {
    ends("deadlock", short, Exit::TimedOut, 1);
}

#[test]
fn who_prints_without_end_times_out() {
    ends("print", short, Exit::TimedOut, 1);
}

#[test]
fn who_prints_faster_than_its_listener_listens_times_out() {
    let family = Family::new();
    let mut spec = family.spec("print", true);
    spec.timeout = LIMIT;
    let started = Instant::now();
    let listen = |_, _: &[u8]| std::thread::sleep(Duration::from_millis(2));
    let done = runner().run(&spec, &Cancel::new(), &listen).unwrap();
    assert_eq!(done.exit, Exit::TimedOut);
    assert!(started.elapsed() < LIMIT + Duration::from_secs(2), "{:?}", started.elapsed());
    family.assert_gone(1);
}

#[test]
fn who_ignores_sigterm_times_out() {
    ends("stubborn", short, Exit::TimedOut, 1);
}

#[test]
fn who_allocates_without_end_is_out_of_memory() {
    ends("allocate", |_| {}, Exit::OutOfMemory, 1);
}

#[test]
fn without_a_limit_the_same_words_are_an_abort() {
    let mut spec = plain("/bin/sh".as_ref());
    spec.args = ["-c", "echo memory allocation of 7 bytes failed >&2; kill -6 $$"].map(Into::into).to_vec();
    assert_eq!(run(&spec).exit, Exit::Signal(6));
}

#[test]
fn a_stack_overflow_is_sigabrt_with_its_message() {
    let family = Family::new();
    let done = run(&family.spec("overflow", true));
    assert_eq!(done.exit, Exit::Signal(6));
    assert!(done.stderr.text().contains("has overflowed its stack"), "{}", done.stderr.text());
    family.assert_gone(1);
}

#[test]
fn an_abort_is_sigabrt() {
    ends("abort", |_| {}, Exit::Signal(6), 1);
}

#[test]
fn a_read_of_address_0_is_sigsegv_and_with_debug_assertions_an_abort() {
    ends("null", |_| {}, Exit::Signal(11), 1);
    ends("null", |spec| spec.program = fixture(true).into(), Exit::Signal(6), 1);
}

#[test]
fn an_exit_code_is_itself() {
    ends("seven", |_| {}, Exit::Code(7), 1);
    ends("code_127", |_| {}, Exit::Code(127), 1);
}

#[test]
fn a_normal_program_takes_its_time() {
    for confined in [false, true] {
        let family = Family::new();
        let done = run(&family.spec("normal", confined));
        assert_eq!(
            (done.exit, done.stdout.text(), done.stderr.text()),
            (Exit::Code(0), "working\n".into(), "done\n".into())
        );
        assert!(done.took >= Duration::from_millis(300), "{:?}", done.took);
        family.assert_gone(1);
    }
}

#[test]
fn who_is_ended_by_another_signal_says_which() {
    ends("kill_self", |_| {}, Exit::Signal(9), 1);
    // Those that our own binary handles or ignores, one that it has no name for, and one for all others.
    for signal in [1, 2, 13, 15, 34, 3] {
        for confine in [None, Some(Confine { memory_mb: 256 })] {
            let mut spec = plain("/bin/sh".as_ref());
            spec.args = vec!["-c".into(), format!("kill -{signal} $$").into()];
            spec.confine = confine;
            assert_eq!(run(&spec).exit, Exit::Signal(signal), "{confine:?}");
        }
    }
}

#[test]
fn tools_end_in_the_same_ways() {
    for (word, want) in [("seven", Exit::Code(7)), ("abort", Exit::Signal(6)), ("null", Exit::Signal(11))] {
        assert_eq!(run(&Family::new().spec(word, false)).exit, want, "{word}");
    }
    let family = Family::new();
    let mut spec = family.spec("stubborn", false);
    spec.timeout = LIMIT;
    assert_eq!(run(&spec).exit, Exit::TimedOut);
    family.assert_gone(1);
}

#[test]
fn a_program_that_is_none_is_an_error_of_ours() {
    let no_program = tempfile::NamedTempFile::new().unwrap();
    let absent = std::path::Path::new("/no/such/program");
    for program in [absent, no_program.path(), std::path::Path::new("sh")] {
        for confined in [false, true] {
            let mut spec = plain(program);
            spec.confine = confined.then_some(Confine { memory_mb: 256 });
            let error = runner().run(&spec, &Cancel::new(), &|_, _| {}).unwrap_err();
            let ProcessError::Start { program: named, source } = error else { panic!("{error}") };
            assert_eq!(named, program);
            let kind = if program == absent { std::io::ErrorKind::NotFound } else { source.kind() };
            assert_eq!(source.kind(), kind, "confined: {confined}");
        }
    }
}
