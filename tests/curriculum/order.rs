//! The order of study.

use std::fmt::Write as _;

use crate::support::{Files, WORDS_TOML, entry};

/// The name of an exercise, its tier and its `after`.
type Short<'a> = (&'a str, &'a str, &'a [&'a str]);

/// A set from the ids of topics, what they require, and their exercises.
fn set(topics: &[(&str, &[&str], &[Short<'_>])]) -> Files {
    let mut info = "format_version = 2\n[[stages]]\nid = \"only\"\ntitle = \"t\"\ngoal = \"g\"\n".to_owned();
    let mut files = Files::default();
    for (number, (topic, requires, exercises)) in topics.iter().enumerate() {
        _ = write!(
            info,
            "[[topics]]\nid = \"{topic}\"\nstage = \"only\"\ntitle = \"t\"\nrequires = {requires:?}\n"
        );
        let dir = format!("1_only/{:02}_{topic}", number + 1);
        let mut text = String::new();
        for (name, tier, after) in *exercises {
            text += &entry(name, &format!("after = {after:?}")).replace("\"A\"", &format!("\"{tier}\""));
            for part in ["exercises", "solutions"] {
                files = files.with(&format!("{part}/{dir}/{name}.rs"), "");
            }
        }
        files = files.with(&format!("exercises/{dir}/topic.toml"), &text);
    }
    files.with("info.toml", &info)
}

fn names(files: &Files) -> Vec<String> {
    let set = files.load().unwrap();
    set.in_order().map(|(_, exercise)| exercise.name.clone()).collect()
}

#[test]
fn without_relations_it_is_file_order() {
    let set =
        set(&[("one", &[], &[("bbb", "B", &[]), ("aaa", "A", &[])]), ("two", &[], &[("ccc", "A", &[])])]);
    assert_eq!(names(&set), ["bbb", "aaa", "ccc"]);
}

#[test]
fn a_topic_waits_for_tier_a_of_what_it_requires_and_not_for_tier_b() {
    let set = set(&[
        ("late", &["early"], &[("late_a", "A", &[])]),
        ("early", &[], &[("early_a", "A", &[]), ("early_b", "B", &[])]),
    ]);
    assert_eq!(names(&set), ["early_a", "late_a", "early_b"]);
}

#[test]
fn what_waits_for_a_later_topic_does_not_hold_that_topic_up() {
    // As in the built-in set: an exercise on ownership needs structs, and structs come after ownership.
    let set = set(&[
        ("ownership", &[], &[("own_one", "A", &[]), ("own_split", "A", &["structs"]), ("own_two", "A", &[])]),
        ("structs", &["ownership"], &[("str_one", "A", &[]), ("str_two", "A", &["errors"])]),
        ("errors", &["structs"], &[("err_one", "A", &[])]),
    ]);
    // `str_two` waits for errors, which build on structs and so on ownership: `own_split` waits for
    // `str_one` alone.
    assert_eq!(names(&set), ["own_one", "own_two", "str_one", "own_split", "err_one", "str_two"]);
}

#[test]
fn unrelated_topics_that_wait_for_each_other_are_a_circle() {
    let set = set(&[
        ("left", &[], &[("left_one", "A", &["right"])]),
        ("right", &[], &[("right_one", "A", &["left"])]),
    ]);
    insta::assert_snapshot!("a_circle_of_exercises", set.faults());
}

#[test]
fn a_circle_over_three_topics_is_named_whole() {
    let set = set(&[
        ("aaa", &[], &[("in_a", "A", &["bbb"])]),
        ("bbb", &[], &[("in_b", "A", &["ccc"])]),
        ("ccc", &[], &[("free", "A", &[]), ("in_c", "A", &["aaa"])]),
    ]);
    let faults = set.faults();
    assert!(faults.contains("in_a -> in_b -> in_c -> in_a"), "{faults}");
}

#[test]
fn a_large_set_is_ordered_without_comparing_each_with_each() {
    let many: Vec<String> = (0..4_000).map(|number| format!("ex_{number}")).collect();
    let list: Vec<Short<'_>> = many.iter().map(|name| (name.as_str(), "A", &[][..])).collect();
    let (early, late) = list.split_at(2_000);
    let set = set(&[("late", &["early"], late), ("early", &[], early)]);
    let order = names(&set);
    assert_eq!((order[0].as_str(), order[2_000].as_str()), ("ex_0", "ex_2000"));
}

#[test]
fn an_unknown_word_is_a_fault_and_no_wrong_order() {
    let set = Files::good().with(WORDS_TOML, &entry("greet", "after = [\"nothing\"]"));
    assert!(set.faults().contains("there is no topic `nothing`"));
}
