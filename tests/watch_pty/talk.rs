//! Keys, screens, and what is said.

use std::time::Duration;

use crate::terminal::{Desk, Terminal};

/// A body for `greeting` of the first exercise.
pub(crate) fn greeting(body: &str) -> String {
    format!(
        "fn greeting(name: &str, exercises: u32) -> String {{\n{body}\n}}\nfn main() {{\n    println!(\"{{}}\", greeting(\"Ada\", 220));\n}}\n"
    )
}

#[test]
fn a_fix_shows_a_pass_records_it_and_waits() {
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    desk.solve("first_light");
    watch.wait_for("first_light · passed");
    watch.wait_for("1 of 6");
    assert_eq!(desk.state_of("first_light"), "done", "recorded without a key");
    std::thread::sleep(Duration::from_millis(300));
    assert!(watch.text().contains("first_light · passed"), "it does not jump by itself");
    watch.press("d");
    watch.wait_for("The reference, and why it is so");
    watch.press("\u{1b}");
    watch.wait_for("first_light · passed");
    watch.press("n");
    watch.wait_for("shadow_or_mut · failed");
}

#[test]
fn keys_are_answered_while_a_program_runs() {
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    desk.save(
        "first_light",
        &greeting("    let _ = (name, exercises);\n    loop { std::thread::yield_now(); }"),
    );
    watch.wait_for("checking, for 1 s");
    for (key, answer) in
        [("?", "show the next hint"), ("?", "checking"), ("h", "Hint 1 of 3"), ("l", "you are here")]
    {
        watch.press(key);
        let took = watch.wait_for(answer);
        assert!(took < Duration::from_millis(300), "{key} was answered after {took:?}");
    }
}

#[test]
fn ctrl_l_is_not_l() {
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    watch.press("\u{c}");
    std::thread::sleep(Duration::from_millis(100));
    assert!(!watch.text().contains("you are here"), "{}", watch.text());
    watch.press("l");
    watch.wait_for("you are here");
    watch.press("/utf8");
    watch.wait_until("the one that was searched for", |text| {
        text.contains("utf8_truth") && !text.contains("first_light  ")
    });
    watch.press("\r");
    watch.wait_for("utf8_truth · failed");
}

#[test]
fn an_error_code_is_explained_and_reset_asks() {
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    desk.save("first_light", &greeting("    exercises"));
    watch.wait_for("E0308");
    watch.press("x");
    watch.wait_for("Expected type did not match the received type");
    watch.press("\u{1b}");
    watch.wait_for("first_light · failed");
    watch.press("Rn");
    watch.wait_for("Nothing was reset.");
    watch.press("Ry");
    watch.wait_for("What you had is in");
    watch.wait_for("positional arguments");
    let text = std::fs::read_to_string(desk.file("first_light")).unwrap();
    assert!(text.contains("TODO"), "{text}");
}

#[test]
fn an_editor_in_the_terminal_gets_it_and_gives_it_back() {
    let desk = Desk::new();
    let editor = desk.home.path().join("nano");
    let script = "#!/bin/sh\nstty -a | grep -q ' echo ' && echo \"cooked: $*\"\nfor line in 1 2 3 4 5 6 7 8; do read answer; done\necho \"read $answer\"\n";
    std::fs::write(&editor, script).unwrap();
    std::fs::set_permissions(&editor, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let mut wanted = desk.command();
    wanted.env.push(("VISUAL".to_owned(), editor.display().to_string()));
    let watch = Terminal::start(&wanted, 24, 80);
    watch.wait_for("first_light · failed");
    watch.press("e");
    watch.wait_for("cooked: +14 ");
    assert!(!watch.is_raw());
    // Each line may be taken by whoever else waits for keys: all of them have to arrive.
    for _ in 0..7 {
        watch.press("q\n");
        std::thread::sleep(Duration::from_millis(10));
    }
    watch.press("hello q\n");
    watch.wait_until("the line that the editor read", |_| watch.raw().contains("read hello q"));
    watch.wait_for("first_light · failed");
    assert!(watch.is_raw(), "the session has it again");
    watch.press("h");
    watch.wait_for("Hint 1 of 3");
}

#[test]
fn without_an_editor_it_says_what_to_set() {
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    watch.press("e");
    watch.wait_for("set VISUAL or EDITOR");
}

#[test]
fn it_fits_into_forty_columns_and_follows_a_resize_during_a_run() {
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    desk.save(
        "first_light",
        &greeting("    let _ = (name, exercises);\n    loop { std::thread::yield_now(); }"),
    );
    watch.wait_for("checking");
    watch.resize(20, 40);
    watch.wait_until("the footer on the last of twenty rows", |text| {
        text.lines().count() == 20 && text.lines().last().unwrap().contains("q quit")
    });
    for line in watch.text().lines() {
        assert!(console::measure_text_width(line) <= 40, "{line:?}");
    }
}

#[test]
fn it_follows_a_resize_while_it_waits_for_the_learner() {
    let desk = Desk::new();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    // The next one is judged ahead first; after that nothing draws by itself.
    std::thread::sleep(Duration::from_millis(1500));
    watch.resize(30, 60);
    watch.wait_until("the footer on the last of thirty rows", |text| {
        text.lines().count() == 30 && text.lines().last().unwrap().contains("q quit")
    });
}

#[test]
fn the_scrollback_is_left_alone() {
    let desk = Desk::new();
    let mut watch = desk.watch();
    watch.wait_for("first_light · failed");
    watch.press("h?l\u{1b}\u{c}");
    std::thread::sleep(Duration::from_millis(200));
    watch.press("q");
    assert_eq!(watch.ended(), 0);
    let raw = watch.raw();
    assert!(
        !raw.contains("\u{1b}[3J") && !raw.contains("\u{1b}[2J"),
        "the screen is never cleared as a whole"
    );
    assert!(watch.text().contains("You are at first_light"), "{}", watch.text());
}
