use std::process::{Command, Output};

fn postage(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_postage-cli"))
        .args(words)
        .output()
        .expect("the program starts")
}

#[test]
fn answers_with_a_price() {
    let done = postage(&["1200", "2"]);
    assert_eq!(String::from_utf8_lossy(&done.stdout), "5.15\n");
    assert_eq!(done.status.code(), Some(0));
}

#[test]
fn refuses_what_has_no_price() {
    for words in [&["heavy", "1"][..], &["10"], &["10", "7"], &["10", "300"]] {
        let done = postage(words);
        assert_eq!(done.status.code(), Some(2), "{words:?} have no price");
        assert!(
            done.stdout.is_empty() && !done.stderr.is_empty(),
            "{words:?}"
        );
    }
}
