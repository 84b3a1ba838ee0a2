//! What learners' programs do.

use std::time::Duration;

use crate::support::{assert_nobody, tag};
use crate::talk::greeting;
use crate::terminal::{Desk, PATIENCE};

fn verdict_of(part: &str) -> String {
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    desk.save("first_light", part);
    let changed = |text: &str| {
        !text.contains("checking")
            && !text.contains("positional arguments")
            && text.contains("first_light · ")
    };
    watch.wait_until("a verdict", changed);
    watch.text()
}

#[test]
fn an_endless_loop_and_a_deadlock_end_at_the_limit() {
    let lock = "    let _ = (name, exercises);\n    let lock = std::sync::Mutex::new(0);\n    let _one = lock.lock();\n    let _two = lock.lock();\n    String::new()";
    for body in ["    let _ = (name, exercises);\n    loop {}", lock] {
        let text = verdict_of(&greeting(body));
        assert!(text.contains("timed out"), "{text}");
    }
}

#[test]
fn an_abort_and_an_overflow_of_the_stack_are_named() {
    let twice = "    let _ = (name, exercises);\n    struct Twice;\n    impl Drop for Twice {\n        fn drop(&mut self) { panic!(\"again\") }\n    }\n    let _twice = Twice;\n    panic!(\"once\")";
    let text = verdict_of(&greeting(twice));
    assert!(text.contains("crashed") && text.contains("SIGABRT"), "{text}");
    let deep = "    if exercises == 77 { return String::new(); }\n    greeting(name, exercises.wrapping_add(2)) + \"x\"";
    let text = verdict_of(&greeting(deep));
    assert!(text.contains("stack"), "{text}");
}

#[test]
fn a_flood_is_capped_with_its_head_its_tail_and_the_whole_log() {
    let main = greeting(
        "    let _ = (name, exercises);\n    for number in 0..3_000_000_u32 { println!(\"line {number}\"); }\n    panic!(\"enough\")",
    );
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    desk.save("first_light", &main);
    watch.wait_until("the end of it", |text| text.contains("first_light · ") && text.contains("line 0"));
    watch.wait_until("the verdict", |text| !text.contains("checking"));
    assert!(watch.text().contains("line 0"), "{}", watch.text());
    watch.press("G");
    watch.wait_for("line 2999999");
    watch.press("kkkkkkkkkkkkkk");
    watch.wait_for("lines left out");
    let log = std::fs::read_to_string(desk.workspace.join(".roadmap/logs/first_light.log")).unwrap();
    assert!(log.len() > 2000 && log.contains("line 0\n") && log.contains("line 2999999"));
}

#[test]
fn a_child_that_keeps_the_output_open_delays_nothing() {
    let tag = tag("held");
    let body = format!(
        "    let _ = std::process::Command::new(\"sh\").args([\"-c\", \"sleep 60; : {tag}\"]).spawn();\n    format!(\"Good evening, {{name}}. {{exercises}} exercises lie ahead.\")"
    );
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    desk.save("first_light", &greeting(&body));
    let took = watch.wait_for("first_light · passed");
    assert!(took < PATIENCE.min(Duration::from_secs(8)), "{took:?}");
    assert_nobody(&tag);
}

#[test]
fn what_a_running_program_prints_is_seen_while_it_runs() {
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    let main = "fn greeting(name: &str, exercises: u32) -> String { format!(\"Good evening, {name}. {exercises} exercises lie ahead.\") }\nfn main() {\n    println!(\"I have begun\");\n    std::thread::sleep(std::time::Duration::from_secs(30));\n}\n";
    desk.save("first_light", main);
    watch.wait_for("I have begun");
    assert!(watch.text().contains("checking"), "and it is still running");
}
