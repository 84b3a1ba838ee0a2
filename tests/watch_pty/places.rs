//! Odd places, odd environments, odd files.

use crate::talk::greeting;
use crate::terminal::{Desk, Terminal};

#[test]
fn a_path_with_spaces_and_unicode_from_a_subdirectory() {
    let desk = Desk::named("mein Weg größer");
    let mut wanted = desk.command();
    wanted.cwd = desk.workspace.join("exercises/1_core");
    let watch = Terminal::start(&wanted, 24, 80);
    watch.wait_for("first_light · failed");
    watch.wait_for("01_variables/first_light.rs");
    desk.solve("first_light");
    watch.wait_for("first_light · passed");
}

#[test]
fn variables_that_steer_builds_steer_nothing_here() {
    let desk = Desk::new();
    let mut wanted = desk.command();
    let odd = [
        ("CARGO_BUILD_TARGET", "wasm32-unknown-unknown"),
        ("RUSTFLAGS", "-D warnings --no-such-flag"),
        ("RUST_BACKTRACE", "full"),
        ("CARGO_TARGET_DIR", "/nowhere/at/all"),
    ];
    wanted.env.extend(odd.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let watch = Terminal::start(&wanted, 24, 80);
    watch.wait_for("positional arguments");
    desk.save("first_light", &greeting("    panic!(\"no greeting for {name} of {exercises}\")"));
    watch.wait_for("no greeting for");
    watch.press("G");
    std::thread::sleep(std::time::Duration::from_millis(200));
    assert!(!watch.raw().contains("stack backtrace"), "{}", watch.text());
    desk.solve("first_light");
    watch.wait_for("first_light · passed");
}

#[test]
fn two_sessions_at_once_lose_nothing() {
    let desk = Desk::new();
    let (one, two) = (desk.watch(), desk.watch());
    one.wait_for("first_light · failed");
    two.wait_for("first_light · failed");
    two.press("n");
    two.wait_for("shadow_or_mut · failed");
    desk.solve("first_light");
    one.wait_for("first_light · passed");
    std::thread::sleep(std::time::Duration::from_millis(400));
    desk.solve("shadow_or_mut");
    two.wait_for("shadow_or_mut · passed");
    assert_eq!(desk.state_of("first_light"), "done");
    assert_eq!(desk.state_of("shadow_or_mut"), "done");
}

#[test]
fn a_state_file_with_crlf_and_a_conflict_is_read_and_written() {
    let desk = Desk::new();
    let first = desk.watch();
    first.wait_for("first_light · failed");
    desk.solve("first_light");
    first.wait_for("first_light · passed");
    drop(first);
    let file = desk.workspace.join(".roadmap/progress.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let conflict = format!("<<<<<<< ours\n{text}=======\n{text}>>>>>>> theirs\n").replace('\n', "\r\n");
    std::fs::write(&file, conflict).unwrap();
    let again = desk.watch();
    again.wait_for("shadow_or_mut · failed");
    desk.solve("shadow_or_mut");
    again.wait_for("shadow_or_mut · passed");
    assert_eq!(
        (desk.state_of("first_light"), desk.state_of("shadow_or_mut")),
        ("done".into(), "done".into())
    );
}

#[test]
fn a_pass_that_cannot_be_recorded_is_told_and_the_session_goes_on() {
    let desk = Desk::new();
    // What a full disk says differs from this only in its words, and root may write everywhere else.
    let state = desk.workspace.join(".roadmap/progress.toml");
    let _ = std::fs::remove_file(&state);
    std::fs::create_dir(&state).unwrap();
    let watch = desk.watch();
    watch.wait_for("first_light · failed");
    desk.solve("first_light");
    watch.wait_for("first_light · passed");
    watch.wait_for("not recorded");
    watch.press("n");
    watch.wait_for("shadow_or_mut · failed");
}

#[test]
fn plain_lines_move_no_cursor_and_take_keys_by_the_line() {
    let desk = Desk::new();
    let cases = [
        (vec!["watch", "--plain"], vec![]),
        (vec!["watch"], vec![("TERM", "dumb")]),
        (vec!["watch", "--plain"], vec![("NO_COLOR", "1")]),
    ];
    for (args, env) in cases {
        let mut wanted = desk.command();
        wanted.args = args.into_iter().map(str::to_owned).collect();
        wanted.env = env.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let mut watch = Terminal::start(&wanted, 60, 80);
        watch.wait_for("[FAIL] first_light");
        watch.press("h\n");
        watch.wait_for("Hint ");
        watch.press("q\n");
        assert_eq!(watch.ended(), 0);
        let raw = watch.raw();
        let moves = raw.match_indices("\u{1b}[").any(|(at, _)| {
            raw[at + 2..]
                .find(|c: char| c.is_ascii_alphabetic())
                .is_some_and(|end| &raw[at + 2 + end..=at + 2 + end] != "m")
        });
        assert!(!moves, "{raw:?}");
        let coloured = raw.contains('\u{1b}');
        assert_eq!(coloured, env.is_empty(), "colours where they are wanted: {env:?}");
    }
}

/// Who keeps to a topic is told how far it is there, not in the whole set.
#[test]
fn a_session_that_keeps_to_a_topic_counts_in_it() {
    let desk = Desk::new();
    let mut wanted = desk.command();
    wanted.args.extend(["--only", "ownership"].map(str::to_owned));
    let watch = Terminal::start(&wanted, 24, 80);
    watch.wait_for("move_map · 1 of ");
}
