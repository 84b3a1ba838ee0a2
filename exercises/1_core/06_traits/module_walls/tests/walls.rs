//! `build.rs` has compiled the callers in `tests/walls/`, and notes here how they ended.

const NOTES: &str = include_str!(concat!(env!("OUT_DIR"), "/walls.txt"));

#[track_caller]
fn as_it_should_be(caller: &str) {
    let note = NOTES
        .lines()
        .find_map(|line| line.split_once('\t').filter(|(name, _)| *name == caller));
    let (_, words) = note.expect("every caller has its note");
    assert!(words == "as it should be", "{words}");
}

#[test]
fn users_read_no_fields() {
    as_it_should_be("users_read_no_fields");
}

#[test]
fn users_make_no_marks() {
    as_it_should_be("users_make_no_marks");
}

#[test]
fn users_do_not_sort() {
    as_it_should_be("users_do_not_sort");
}

#[test]
fn users_do_not_cut() {
    as_it_should_be("users_do_not_cut");
}

#[test]
fn users_see_no_modules() {
    as_it_should_be("users_see_no_modules");
}

#[test]
fn users_disorder_no_shelf() {
    as_it_should_be("users_disorder_no_shelf");
}

#[test]
fn the_shelf_sorts_by_the_key() {
    as_it_should_be("the_shelf_sorts_by_the_key");
}

#[test]
fn read_makes_marks() {
    as_it_should_be("read_makes_marks");
}

#[test]
fn tests_of_a_module_see_its_helpers() {
    as_it_should_be("tests_of_a_module_see_its_helpers");
}

#[test]
fn the_list_is_the_shelfs_own() {
    as_it_should_be("the_list_is_the_shelfs_own");
}

#[test]
fn the_cut_is_reads_own() {
    as_it_should_be("the_cut_is_reads_own");
}

#[test]
fn users_read_no_letters() {
    as_it_should_be("users_read_no_letters");
}

#[test]
fn the_fields_are_the_marks_own() {
    as_it_should_be("the_fields_are_the_marks_own");
}

#[test]
fn the_label_is_in_mark() {
    as_it_should_be("the_label_is_in_mark");
}

#[test]
fn the_fault_is_in_read() {
    as_it_should_be("the_fault_is_in_read");
}

#[test]
fn the_front_of_the_crate_only_points_elsewhere() {
    let front = include_str!("../src/lib.rs");
    for word in ["fn ", "struct ", "enum ", "impl "] {
        let found = front.lines().find(|line| {
            let line = line.trim_start();
            !line.starts_with("//") && line.contains(word)
        });
        assert!(
            found.is_none(),
            "src/lib.rs should hold `mod` and `pub use` alone, and it holds: {}",
            found.unwrap_or_default()
        );
    }
}
