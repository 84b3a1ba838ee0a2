use std::fs;
use std::process::{Command, Output};

fn postage(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_postage-cli"))
        .args(words)
        .output()
        .expect("the program starts")
}

#[test]
fn answers_with_a_price() {
    for (words, price) in [
        (["1200", "2"], "5.15\n"),
        (["500", "1"], "2.85\n"),
        (["5000", "2"], "7.60\n"),
    ] {
        let done = postage(&words);
        assert_eq!(
            String::from_utf8_lossy(&done.stdout),
            price,
            "the price for {words:?}"
        );
        assert_eq!(done.status.code(), Some(0), "{words:?} have a price");
    }
}

#[test]
fn refuses_what_has_no_price() {
    for (words, at_fault) in [
        (&["heavy", "1"][..], "`heavy` cannot be used here"),
        (&["10", "far"], "`far` cannot be used here"),
        (&["10"], "word 2 is missing"),
        (&[], "word 1 is missing"),
        (&["10", "7"], "`7` cannot be used here"),
        (&["10", "300"], "`300` cannot be used here"),
        (&["5001", "1"], "`1` cannot be used here"),
    ] {
        let done = postage(words);
        assert_eq!(done.status.code(), Some(2), "{words:?} have no price");
        assert!(done.stdout.is_empty(), "{words:?} have no price");
        assert_eq!(
            String::from_utf8_lossy(&done.stderr).trim(),
            at_fault,
            "what is said of {words:?}, as before the split"
        );
    }
}

/// A copy of the rules would be forgotten when they change.
#[test]
fn the_price_is_asked_of_the_core() {
    let main = concat!(env!("CARGO_MANIFEST_DIR"), "/src/main.rs");
    let source = fs::read_to_string(main).expect("the program is in `src/main.rs`");
    assert!(
        source.contains("postage_core") && !source.contains("div_ceil"),
        "the program should ask the core for the price: nothing of the rules stands here, and `postage_core` is named"
    );
}
