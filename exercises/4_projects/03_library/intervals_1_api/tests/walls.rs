//! `build.rs` has compiled the programs of users in `tests/walls/`, and notes here how they ended.

const NOTES: &str = include_str!(concat!(env!("OUT_DIR"), "/walls.txt"));

#[track_caller]
fn as_it_should_be(user: &str) {
    let note = NOTES
        .lines()
        .find_map(|line| line.split_once('\t').filter(|(name, _)| *name == user));
    let (_, words) = note.expect("every user has a note");
    assert!(words == "as it should be", "{words}");
}

#[test]
fn users_name_all_that_is_public() {
    as_it_should_be("users_name_all_that_is_public");
}

#[test]
fn users_do_not_reach_into_an_interval() {
    as_it_should_be("users_do_not_reach_into_an_interval");
}

#[test]
fn users_do_not_reach_into_a_set() {
    as_it_should_be("users_do_not_reach_into_a_set");
}

#[test]
fn users_do_not_reach_into_a_walk() {
    as_it_should_be("users_do_not_reach_into_a_walk");
}

#[test]
fn users_do_not_implement_step() {
    as_it_should_be("users_do_not_implement_step");
}
