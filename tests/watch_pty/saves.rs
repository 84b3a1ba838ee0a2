//! Saves in every way that editors and other programs know.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::support::{assert_nobody, tag};
use crate::talk::greeting;
use crate::terminal::Desk;

#[test]
fn a_save_during_a_run_ends_it_and_its_verdict_comes_at_once() {
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    let tag = tag("save");
    let body = format!(
        "    let _ = (name, exercises);\n    loop {{ let _ = std::process::Command::new(\"sh\").args([\"-c\", \"sleep 60; : {tag}\"]).status(); }}"
    );
    desk.save("first_light", &greeting(&body));
    watch.wait_for("checking, for 1 s");
    desk.solve("first_light");
    let took = watch.wait_for("first_light · passed");
    assert!(took < Duration::from_secs(5), "{took:?}: the loop's limit is ten seconds");
    assert_nobody(&tag);
}

#[test]
fn a_rename_over_the_file_is_a_save() {
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    let file = desk.file("first_light");
    let beside = file.with_extension("rs.swp");
    std::fs::write(&beside, desk.with("first_light", &desk.solution("first_light"))).unwrap();
    std::fs::rename(&beside, &file).unwrap();
    watch.wait_for("first_light · passed");
}

#[test]
fn of_two_saves_within_fifty_milliseconds_the_second_counts() {
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    desk.save("first_light", &greeting("    exercises"));
    std::thread::sleep(Duration::from_millis(20));
    desk.solve("first_light");
    watch.wait_for("first_light · passed");
    std::thread::sleep(Duration::from_millis(500));
    assert!(watch.text().contains("first_light · passed"), "{}", watch.text());
}

#[test]
fn a_touch_starts_nothing() {
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    // The next one is judged ahead first.
    std::thread::sleep(Duration::from_millis(1500));
    let before = watch.raw().len();
    touch(&desk.file("first_light"));
    touch(&desk.file("const_table"));
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(watch.raw().len(), before, "nothing is drawn for it");
}

fn touch(file: &Path) {
    let text = std::fs::read(file).unwrap();
    std::fs::write(file, text).unwrap();
}

#[test]
fn a_writer_every_hundred_milliseconds_starves_nobody() {
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    let solution = desk.solution("first_light");
    let began = Instant::now();
    let mut beat = 0;
    while !watch.text().contains("first_light · passed") {
        assert!(began.elapsed() < Duration::from_secs(15), "starved:\n{}", watch.text());
        desk.save("first_light", &format!("{solution}\n// {beat}\n"));
        beat += 1;
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn a_file_that_is_deleted_and_made_again_is_judged() {
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    let text = desk.with("first_light", &desk.solution("first_light"));
    std::fs::remove_file(desk.file("first_light")).unwrap();
    watch.wait_for("is not there");
    std::fs::write(desk.workspace.join("exercises/1_core/01_variables/first_light.rs"), text).unwrap();
    watch.wait_for("first_light · passed");
}

#[test]
fn a_save_in_another_exercise_moves_there_and_many_at_once_do_not() {
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    for name in ["tail_expression", "cast_audit", "const_table"] {
        desk.save(name, "// formatted\n");
    }
    watch.wait_for("Several files changed at once");
    watch.wait_for("first_light · failed");
    std::thread::sleep(Duration::from_millis(400));
    desk.solve("overflow_policy");
    watch.wait_for("You edited overflow_policy");
    watch.wait_for("overflow_policy · passed");
}
