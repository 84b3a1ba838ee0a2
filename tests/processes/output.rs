//! What a program gets and what comes back from it: environment, output, files, and how fast.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use cargo_roadmap::process::{Cancel, Capture, Confine, Exit, Gap, Runner, Stream};

use crate::support::{Family, plain, run, runner};

#[test]
fn a_program_gets_exactly_its_environment_and_no_input() {
    for confined in [false, true] {
        let family = Family::new();
        let mut spec = family.spec("env", confined);
        spec.env = [("ONE".into(), "1".into())].into();
        spec.bring = ["left.txt", "absent", "alive", "."].map(Into::into).to_vec();
        let done = run(&spec);
        let cwd = family.dir.path().canonicalize().unwrap();
        assert_eq!(done.exit, Exit::Code(0), "{}", done.stderr.text());
        assert_eq!(done.stdout.text(), format!("ONE=1\nstdin: \"\", cwd: {}\n", cwd.display()));
        assert_eq!(done.files, [("left.txt".into(), b"brought".to_vec())].into());
        family.assert_gone(1);
    }
}

#[test]
fn of_300_mb_the_two_ends_are_kept_in_bounded_memory() {
    const SENT: u64 = (300 << 20) + 9;
    let family = Family::new();
    let mut spec = family.spec("flood", true);
    spec.args.push((300_u64 << 20).to_string().into());
    spec.timeout = Duration::from_secs(60);
    let before = peak_memory();
    let started = Instant::now();
    let done = run(&spec);
    println!("300 MB in {:?}, {} KiB more at the peak", started.elapsed(), peak_memory() - before);
    assert_eq!(done.exit, Exit::Code(0), "{}", done.stderr.text());
    let kept = 1 << 20;
    assert_eq!(done.stdout.bytes.len(), kept);
    assert_eq!(done.stdout.gap, Some(Gap { at: kept / 2, bytes: SENT - kept as u64 }));
    assert!(done.stdout.bytes.starts_with(b"firstxxx") && done.stdout.bytes.ends_with(b"xxxlast"));
    assert!(peak_memory() - before < 64 << 10, "{} KiB more", peak_memory() - before);
    family.assert_gone(1);
}

/// In KiB.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

#[test]
fn whole_output_is_whole() {
    let family = Family::new();
    let mut spec = family.spec("flood", false);
    spec.args.push((4_u64 << 20).to_string().into());
    spec.capture = Capture::Whole;
    let done = run(&spec);
    assert_eq!((done.stdout.bytes.len(), done.stdout.gap), ((4 << 20) + 9, None));
}

#[test]
fn a_listener_hears_a_program_while_it_runs() {
    for confined in [false, true] {
        let family = Family::new();
        let started = Instant::now();
        let heard = Mutex::new(Vec::new());
        let listen = |stream: Stream, bytes: &[u8]| {
            heard.lock().unwrap().push((
                stream,
                String::from_utf8_lossy(bytes).into_owned(),
                started.elapsed(),
            ));
        };
        let done = runner().run(&family.spec("normal", confined), &Cancel::new(), &listen).unwrap();
        let heard = heard.into_inner().unwrap();
        let words: Vec<_> = heard.iter().map(|(stream, text, _)| (*stream, text.as_str())).collect();
        assert_eq!(words, [(Stream::Stdout, "working\n"), (Stream::Stderr, "done\n")]);
        assert!(
            done.took.saturating_sub(heard[0].2) > Duration::from_millis(200),
            "{heard:?}, {:?}",
            done.took
        );
        family.assert_gone(1);
    }
}

#[test]
fn waiting_costs_no_processor_time() {
    let family = Family::new();
    let mut spec = family.spec("sleep", true);
    spec.timeout = Duration::from_millis(1500);
    std::thread::scope(|scope| {
        let run = scope.spawn(|| {
            let before = ticks("/proc/thread-self/stat");
            run(&spec);
            ticks("/proc/thread-self/stat") - before
        });
        std::thread::sleep(Duration::from_secs(1));
        let supervisors = family.in_proc(|line| line.contains("__confine"));
        let [pid] = supervisors[..] else { panic!("{supervisors:?}") };
        let supervisor = ticks(&format!("/proc/{pid}/stat"));
        assert!(supervisor < 10, "the supervisor took {supervisor} hundredths of a second");
        let runner = run.join().unwrap();
        assert!(runner < 10, "the run took {runner} hundredths of a second");
    });
    family.assert_gone(1);
}

/// Processor time, in hundredths of a second.
fn ticks(stat: &str) -> u64 {
    let text = std::fs::read_to_string(stat).unwrap();
    let fields: Vec<&str> = text.rsplit_once(')').unwrap().1.split_whitespace().collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

/// The bound is generous: other tests run beside this one. The printed numbers are what it is for.
#[test]
fn an_empty_program_takes_next_to_nothing() {
    let os = runner();
    for confined in [false, true] {
        let mut spec = plain("/bin/true".as_ref());
        spec.confine = confined.then_some(Confine { memory_mb: 256 });
        let mut times: Vec<_> = (0..51)
            .map(|_| {
                let started = Instant::now();
                let done = os.run(&spec, &Cancel::new(), &|_, _| {}).unwrap();
                let took = started.elapsed();
                assert_eq!(done.exit, Exit::Code(0), "{}", done.stderr.text());
                (took, took.saturating_sub(done.took))
            })
            .collect();
        times.sort();
        let (took, after) = times[times.len() / 2];
        println!("true, confined {confined}: median {took:?}, of these after its end {after:?}");
        assert!(took < Duration::from_millis(500), "{took:?}");
    }
}
