//! Modules written byte by byte, and sessions with them.

use super::*;
use crate::curriculum::facts::MachineKind;

/// A section of a module: its number, its length, its bytes.
fn section(number: u8, bytes: &[u8]) -> Vec<u8> {
    [&[number, u8::try_from(bytes.len()).unwrap()], bytes].concat()
}

/// A module with a page of memory and five functions: `add(a, b)`, `spin()`, `boom()`, `peek(a)`, `grow()`.
fn module() -> Vec<u8> {
    let types = [3, 0x60, 2, 0x7F, 0x7F, 1, 0x7F, 0x60, 0, 0, 0x60, 1, 0x7F, 1, 0x7F];
    let mut exports = vec![6];
    for (place, name) in (0..).zip(["add", "spin", "boom", "peek", "grow"]) {
        exports.push(u8::try_from(name.len()).unwrap());
        exports.extend(name.bytes());
        exports.extend([0, place]);
    }
    exports.extend([6]);
    exports.extend(b"memory\x02\x00");
    let code: &[u8] = &[
        5, // functions, each with its length and no locals
        7, 0, 0x20, 0, 0x20, 1, 0x6A, 0x0B, // local.get 0, local.get 1, i32.add
        7, 0, 0x03, 0x40, 0x0C, 0, 0x0B, 0x0B, // loop, br 0
        3, 0, 0x00, 0x0B, // unreachable
        7, 0, 0x20, 0, 0x2D, 0, 0, 0x0B, // local.get 0, i32.load8_u
        6, 0, 0x20, 0, 0x40, 0, 0x0B, // local.get 0, memory.grow
    ];
    let mut module = b"\0asm\x01\0\0\0".to_vec();
    module.extend(section(1, &types));
    module.extend(section(3, &[5, 0, 1, 1, 2, 2]));
    module.extend(section(5, &[1, 0, 1]));
    module.extend(section(7, &exports));
    module.extend(section(10, code));
    module
}

fn play_with(image: &[u8], session: &str, salt: u64) -> (End, String) {
    let order = Order {
        kind: MachineKind::Wasm,
        nonce: String::new(),
        steps: 100_000,
        salt,
        session: session.to_owned(),
        input: String::new(),
        set: Vec::new(),
        image: "/image".into(),
    };
    let mut console = Console::default();
    let report = run(image, &order, &mut console);
    (report.end, String::from_utf8_lossy(console.bytes()).into_owned())
}

fn play(session: &str) -> End {
    play_with(&module(), session, 0).0
}

#[test]
fn what_a_session_expects_holds_or_is_told() {
    let good = "# sums\nlet a = add(2, 3)\nexpect a == 5\nexpect add(a, -6) == -1 \"below zero\"\n\
                expect add(2, 2) * 2 + 1 >= 9\nadd(1, 1)\nexpect @pages() == 1";
    assert_eq!(play(good), End::Ended(0));
    let End::Unmet(says) = play("\nexpect add(2, 2) == 5 \"sums are sums\"") else { panic!("it is 4") };
    assert!(
        says.starts_with("line 2 of the session expects `add(2, 2) == 5`, and it is 4 on the left"),
        "{says}"
    );
    assert!(says.ends_with("on the right: sums are sums"), "{says}");
}

#[test]
fn memory_is_written_read_and_grows() {
    let session = "put 10: 1, 2, 0x103\nexpect @byte(12) == 3\nexpect @word(10) == 0x30201\nexpect peek(11) == 2\n\
                   expect grow(1) == 1\nexpect @pages() == 2\nput 65536: 9\nexpect peek(65536) == 9";
    assert_eq!(play(session), End::Ended(0));
    assert!(
        matches!(play("put 65535: 1, 2"), End::Fault(says) if says.contains("line 1") && says.contains("65535"))
    );
    assert!(matches!(play("peek(65536)"), End::Fault(says) if says.contains("not in its memory")));
}

#[test]
fn loops_and_draws() {
    let session = "let n = 0\nrepeat 3\nrepeat 2\nlet n = n + 1\nend\nend\nexpect n == 6\n\
                   repeat 50\nlet r = @random(-1, 4)\nexpect r >= -1\nexpect r <= 4\nend\nexpect @random(7, 7) == 7";
    assert_eq!(play(session), End::Ended(0));
    let drawn = |salt| play_with(&module(), "expect @random(0, 1000000) == 0", salt).0;
    assert_ne!(drawn(1), drawn(2), "another salt, other numbers");
    assert_eq!(drawn(1), drawn(1));
}

#[test]
fn calls_that_do_not_come_back() {
    assert!(
        matches!(play("\n\nboom()"), End::Fault(says) if says.starts_with("`boom()` in line 3") && says.contains("panic"))
    );
    assert_eq!(play("spin()"), End::Steps);
    assert_eq!(play("repeat 2000000\nlet n = 1\nend"), End::Steps);
}

#[test]
fn exports_that_are_not_there_or_are_others() {
    assert!(
        matches!(play("step(1)"), End::Fault(says) if says.contains("`step`") && says.contains("`add`, "))
    );
    assert!(matches!(play("add(1)"), End::Fault(says) if says.contains("with 1 values")));
}

#[test]
fn broken_sessions_are_refused_with_their_line() {
    for (session, line) in [
        ("let = 3", "line 1"),
        ("\nlet a 3", "line 2"),
        ("expect 1", "line 1"),
        ("expect 1 == 1 because", "line 1"),
        ("end", "line 1"),
        ("\nrepeat 3", "line 2"),
        ("put 3 4", "line 1"),
        ("add(1, 2", "line 1"),
        ("add(a, 2)", "line 1"),
        ("@sing(3)", "line 1"),
        ("let a = 12x", "line 1"),
        ("!", "line 1"),
    ] {
        let end = play(session);
        assert!(matches!(&end, End::Refused(says) if says.contains(line)), "{session}: {end:?}");
    }
}

#[test]
fn modules_that_are_none_or_want_too_much_are_refused() {
    let refused = |image: &[u8]| match play_with(image, "", 0).0 {
        End::Refused(says) => says,
        other => panic!("{other:?}"),
    };
    assert!(refused(b"\0asm").contains("cannot be read"));
    let mut clock = b"\0asm\x01\0\0\0".to_vec();
    clock.extend(section(1, &[1, 0x60, 0, 0]));
    clock.extend(section(2, b"\x01\x03env\x03now\x00\x00"));
    assert!(refused(&clock).contains("`now` of `env`"));
}

#[test]
fn the_host_prints_what_the_module_points_at() {
    let mut module = b"\0asm\x01\0\0\0".to_vec();
    module.extend(section(1, &[2, 0x60, 2, 0x7F, 0x7F, 0, 0x60, 0, 0]));
    module.extend(section(2, b"\x01\x04host\x05print\x00\x00"));
    module.extend(section(3, &[1, 1]));
    module.extend(section(5, &[1, 0, 1]));
    module.extend(section(7, b"\x02\x03say\x00\x01\x06memory\x02\x00"));
    // i32.const 16; i32.const 2; call 0
    module.extend(section(10, &[1, 8, 0, 0x41, 16, 0x41, 2, 0x10, 0, 0x0B]));
    assert_eq!(play_with(&module, "put 16: 72, 105\nsay()", 0), (End::Ended(0), "Hi".to_owned()));
}
