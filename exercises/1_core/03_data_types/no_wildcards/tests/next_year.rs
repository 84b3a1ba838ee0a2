//! `build.rs` has compiled the package with one more signal and noted what the compiler refused.

const REFUSED: &str = include_str!(concat!(env!("OUT_DIR"), "/next_year.txt"));

#[track_caller]
fn must_decide(function: &str) {
    let found = REFUSED
        .lines()
        .any(|line| line == format!("E0004 {function}"));
    assert!(
        found,
        "with one signal more, `{function}` still compiles: no match in it has to be completed, so what \
         the new signal means there is decided already, by somebody who did not know it"
    );
}

#[test]
fn advice_asks_about_a_new_signal() {
    must_decide("advice");
}

#[test]
fn lamps_asks_about_a_new_signal() {
    must_decide("lamps");
}

#[test]
fn may_walk_asks_about_a_new_signal() {
    must_decide("may_walk");
}

#[test]
fn next_asks_about_a_new_signal() {
    must_decide("next");
}

#[test]
fn nothing_else_goes_wrong_with_a_new_signal() {
    let other: Vec<&str> = REFUSED
        .lines()
        .filter(|line| !line.starts_with("E0004 "))
        .collect();
    assert!(
        other.is_empty(),
        "other errors than E0004 come up: {other:?}"
    );
}
