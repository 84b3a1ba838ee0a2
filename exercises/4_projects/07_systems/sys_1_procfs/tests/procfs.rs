use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use kit::Rng;
use sysbox::procfs::{Process, Snapshot};

fn recorded(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name)
}

fn snapshot(name: &str) -> Snapshot {
    Snapshot::read(&recorded(name))
        .unwrap_or_else(|error| panic!("tests/{name} can be read, but: {error}"))
}

fn line(number: u32, name: &str, parent: u32, times: [u64; 3]) -> String {
    let [user, system, start] = times;
    format!(
        "{number} ({name}) S {parent} 4 5 6 -1 8 9 10 11 12 {user} {system} 15 16 17 18 19 20 {start} 22 23\n"
    )
}

fn process(number: u32, name: &str, parent: u32, ran: u64, start: u64) -> Process {
    Process {
        number,
        name: name.to_owned(),
        state: 'S',
        parent,
        ran,
        start,
    }
}

fn made(up: u64, processes: &[Process]) -> Snapshot {
    Snapshot {
        up,
        processes: processes
            .iter()
            .map(|process| (process.number, process.clone()))
            .collect(),
    }
}

#[test]
fn a_plain_line_is_read() {
    let mut rng = Rng::salted("sys_1_procfs: plain");
    let (number, parent) = (rng.u32(), rng.u32());
    let times = [
        rng.within(0..1 << 40_u64),
        rng.within(0..1 << 40_u64),
        rng.bits(),
    ];
    let text = line(number, "cargo", parent, times);
    let wanted = process(number, "cargo", parent, times[0] + times[1], times[2]);
    assert_eq!(Process::parse(text.as_bytes()), Some(wanted), "{text}");
}

#[test]
fn a_name_may_hold_anything() {
    for name in [
        "web server",
        "a) R (b",
        "a) R 1 (b",
        ")",
        "(",
        "",
        " ",
        "((sd-pam))",
        "two\nlines",
        "1 2 3",
        ") S 1 2 3",
    ] {
        let text = line(42, name, 7, [1, 2, 3]);
        assert_eq!(
            Process::parse(text.as_bytes()),
            Some(process(42, name, 7, 3, 3)),
            "a process may call itself {name:?}"
        );
    }
}

#[test]
fn a_name_need_not_be_utf8() {
    let text = line(42, "caf?", 7, [1, 2, 3]);
    let bytes: Vec<u8> = text
        .bytes()
        .map(|byte| if byte == b'?' { 0xe9 } else { byte })
        .collect();
    assert_eq!(
        Process::parse(&bytes),
        Some(process(42, "caf\u{fffd}", 7, 3, 3))
    );
}

#[test]
fn drawn_names_come_out_as_they_went_in() {
    const LETTERS: [char; 6] = ['(', ')', ' ', 'S', '1', 'é'];
    let mut rng = Rng::salted("sys_1_procfs: names");
    for _ in 0..500 {
        let len = rng.below(12);
        let name: String = (0..len).map(|_| *rng.pick(&LETTERS)).collect();
        let text = line(42, &name, 7, [1, 2, 3]);
        assert_eq!(
            Process::parse(text.as_bytes()).map(|found| found.name),
            Some(name),
            "{text:?}"
        );
    }
}

#[test]
fn what_is_no_such_line_is_none() {
    let whole = line(42, "a b", 7, [1, 2, 3]);
    let end = whole.find(" 22").expect("the field behind the start");
    for len in 0..end - 1 {
        assert_eq!(
            Process::parse(&whole.as_bytes()[..len]),
            None,
            "cut off: {:?}",
            &whole[..len]
        );
    }
    for (good, bad, why) in [
        ("42 (", "-1 (", "a number has no sign"),
        ("42 (", "(", "there is no number"),
        (") S", ") SS", "the state is one character"),
        (" 7 4", " x 4", "the parent is no number"),
        (" 12 1 2", " 12 -1 2", "the user's ticks are below 0"),
        (" 12 1 2", " 12 1 y", "the system's ticks are no number"),
        (" 20 3", " 20 3.5", "the start is no whole number"),
        (") ", "] ", "the name does not end"),
    ] {
        let text = whole.replacen(good, bad, 1);
        assert_ne!(text, whole);
        assert_eq!(Process::parse(text.as_bytes()), None, "{why}: {text:?}");
    }
    let text = line(42, "a", 7, [u64::MAX, 1, 3]);
    assert_eq!(
        Process::parse(text.as_bytes()),
        None,
        "more ticks than fit into a number"
    );
}

#[test]
fn no_bytes_make_it_panic() {
    let mut rng = Rng::salted("sys_1_procfs: fuzz");
    for _ in 0..5000 {
        let mut bytes = line(rng.u32(), "a) (b", rng.u32(), [1, 2, 3]).into_bytes();
        for _ in 0..rng.within(1..6_u8) {
            let place = rng.below(bytes.len());
            bytes[place] = *rng.pick(b"() \n09-\xff");
        }
        let len = rng.below(bytes.len() + 1);
        let _ = Process::parse(&bytes[..len]);
    }
}

#[test]
fn a_directory_of_processes_is_read() {
    let early = snapshot("early");
    assert_eq!(early.up, 35_073_547, "350735.47 seconds, in hundredths");
    assert_eq!(
        early.processes.keys().copied().collect::<Vec<_>>(),
        [1, 7, 42, 300],
        "99 ended meanwhile; `self` and `4x` are none"
    );
    let server = &early.processes[&300];
    assert_eq!(
        (
            server.name.as_str(),
            server.state,
            server.parent,
            server.ran
        ),
        ("web server", 'R', 42, 1250)
    );
}

/// A directory of its own, removed at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("sys_1_{name}_{}", std::process::id()));
        for (path, text) in files {
            let path = root.join(path);
            std::fs::create_dir_all(path.parent().expect("it lies in a directory"))
                .expect("a directory");
            std::fs::write(path, text).expect("a file");
        }
        Self(root)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn other_errors_are_errors() {
    let missing = Snapshot::read(&recorded("nowhere")).expect_err("there is no such directory");
    assert_eq!(missing.kind(), ErrorKind::NotFound);
    let bad_line = Scratch::new(
        "line",
        &[("uptime", "1.00 2.00\n"), ("5/stat", "5 broken\n")],
    );
    assert_eq!(
        Snapshot::read(&bad_line.0)
            .expect_err("a broken line")
            .kind(),
        ErrorKind::InvalidData
    );
    for uptime in [
        "",
        "soon 1.00",
        "1 1.00",
        "1.5 2.00",
        "1.500 2.00",
        "-1.00 2.00",
        "1.-1 2.00",
        "1.+1 2.00",
    ] {
        let bad = Scratch::new("uptime", &[("uptime", uptime)]);
        let read = Snapshot::read(&bad.0);
        assert!(
            matches!(&read, Err(error) if error.kind() == ErrorKind::InvalidData),
            "uptime {uptime:?} is not seconds, a point and two digits: {read:?}"
        );
    }
    let fine = Scratch::new("fine", &[("uptime", "0.05 0.00\n")]);
    assert_eq!(
        Snapshot::read(&fine.0).expect("nothing runs here"),
        made(5, &[])
    );
}

#[test]
fn the_tree_shows_who_began_whom() {
    assert_eq!(
        snapshot("early").tree(),
        "1 init\n  42 a) R (b\n    300 web server\n7 kworker/0:1\n"
    );
}

#[test]
fn the_tree_shows_everybody_once() {
    let all = [
        process(9, "child", 20, 0, 0),
        process(5, "own", 5, 0, 0),
        process(20, "parent", 3, 0, 0),
        process(21, "late", 9, 0, 0),
        process(8, "early", 20, 0, 0),
    ];
    assert_eq!(
        made(1, &all).tree(),
        "5 own\n20 parent\n  8 early\n  9 child\n    21 late\n"
    );
    assert_eq!(made(1, &[]).tree(), "");
}

#[test]
fn shares_are_counted_between_two_snapshots() {
    let (early, late) = (snapshot("early"), snapshot("late"));
    // 2.50 seconds, 100 ticks in each.
    assert_eq!(
        late.busiest(&early, 100),
        [(42, 2652), (300, 1000), (512, 200), (1, 12)],
        "ticks by ticks; 42 has another start, so it is a new process, and 512 is new as well"
    );
}

#[test]
fn ticks_are_what_the_system_says() {
    let mut rng = Rng::salted("sys_1_procfs: ticks");
    for ticks in [100, 250, 300, 1000, 1024] {
        let (seconds, before) = (rng.within(1..50_u64), rng.within(0..1 << 40_u64));
        let early = made(777, &[process(6, "job", 1, before, 3)]);
        let used = rng.within(1..=seconds * ticks);
        let late = made(
            777 + seconds * 100,
            &[process(6, "job", 1, before + used, 3)],
        );
        let share = used * 1000 / (seconds * ticks);
        let wanted = if share == 0 { vec![] } else { vec![(6, share)] };
        assert_eq!(
            late.busiest(&early, ticks),
            wanted,
            "{used} ticks in {seconds} s with {ticks} ticks each"
        );
    }
    // A tenth of a second that is no whole number of ticks.
    let (early, late) = (made(0, &[]), made(7, &[process(6, "job", 1, 3, 3)]));
    assert_eq!(
        late.busiest(&early, 64),
        [(6, 669)],
        "3 ticks of 64, in 0.07 s"
    );
}

#[test]
fn equals_stand_in_the_order_of_numbers() {
    let same = Rng::salted("sys_1_procfs: equals").within(1..40_u64);
    let all = [
        process(30, "c", 1, same, 0),
        process(10, "a", 1, same, 0),
        process(20, "b", 1, 40, 0),
        process(40, "d", 1, 0, 0),
    ];
    assert_eq!(
        made(100, &all).busiest(&made(0, &[]), 100),
        [(20, 400), (10, same * 10), (30, same * 10)],
        "the largest share first, and equal ones by number"
    );
}

#[test]
fn without_time_there_are_no_shares() {
    let busy = [process(3, "busy", 1, 50, 0)];
    for up in [100, 101] {
        assert_eq!(
            made(100, &busy).busiest(&made(up, &[]), 100),
            [],
            "the later one is not later"
        );
    }
}

#[test]
fn whoever_ran_less_has_used_nothing() {
    let busy = [process(3, "busy", 1, 50, 0)];
    let fewer = made(0, &[process(3, "busy", 1, 60, 0)]);
    assert_eq!(
        made(100, &busy).busiest(&fewer, 100),
        [],
        "less than before: it used nothing that we know of"
    );
}

#[test]
fn a_name_with_a_sign_is_no_process() {
    let names = Scratch::new(
        "names",
        &[
            ("uptime", "1.00 2.00\n"),
            ("+5/stat", "no process"),
            ("-6/stat", "no process"),
        ],
    );
    let read = Snapshot::read(&names.0);
    assert!(
        matches!(&read, Ok(found) if *found == made(100, &[])),
        "`+5` and `-6` are not digits alone, so they are something else: {read:?}"
    );
}

#[test]
fn only_what_is_gone_is_left_out() {
    let odd = Scratch::new("odd", &[("uptime", "1.00 2.00\n"), ("5/stat/deeper", "")]);
    let read = Snapshot::read(&odd.0);
    assert!(
        read.is_err(),
        "`5/stat` is there and cannot be read, so 5 has not ended: {read:?}"
    );
}

#[test]
fn shares_of_long_runners_are_right() {
    let ran = u64::MAX / 2 - u64::from(Rng::salted("sys_1_procfs: long").u32());
    let late = made(100, &[process(3, "old", 1, ran, 0)]);
    assert_eq!(
        late.busiest(&made(0, &[]), 1000),
        [(3, ran)],
        "{ran} ticks of 1000 in one second"
    );
}
