//! Whatever the bytes are, reading them ends with a set or with faults, never otherwise.

use proptest::prelude::*;

use crate::support::{Files, INFO, WORDS_TOML, entry};

/// Loads it, and looks at what is said: that too must come through.
fn survives(files: &Files) {
    if let Err(error) = files.load() {
        let told = error.to_string();
        assert!(!error.faults.is_empty() && !told.is_empty());
        assert!(!told.chars().any(|c| c.is_control() && c != '\n'), "{told:?}");
    }
}

const TRAP: &str = "[[exercises.traps]]\nfails = [\"fmt\"]\nbelief = \"a.b\"\nsays = \"s\"\n";

fn with_bytes(path: &str, bytes: Vec<u8>) -> Files {
    let mut files = Files::good();
    files.0.insert(path.to_owned(), bytes);
    files
}

/// Pieces that make deeper trouble than random bytes do.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("[[exercises]]\n".to_owned()),
        Just("[[exercises.traps]]\n".to_owned()),
        Just("[[topics]]\n".to_owned()),
        Just("[[stages]]\n".to_owned()),
        Just("format_version = 1\n".to_owned()),
        Just("format_version = 2\n".to_owned()),
        Just("\"\\u001b\" = { a = [1, {}] }\n".to_owned()),
        (
            "(name|id|stage|kind|tier|checks|hints|after|fails|limits|options|requires|reading|dir|hint)",
            value()
        )
            .prop_map(|(key, value)| format!("{key} = {value}\n")),
        "[a-z.\\[\\]{}=\"'#\\n ]{0,12}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("\"words\"".to_owned()),
        Just("[\"words\", \"numbers\"]".to_owned()),
        Just("[\"test\"]".to_owned()),
        Just("{ seconds = 0, editions = [] }".to_owned()),
        Just("99999999999999999999".to_owned()),
        Just("-1".to_owned()),
        Just("1979-05-27".to_owned()),
        Just("[[1]]".to_owned()),
        "\"[^\"\\\\\\n\\r]{0,20}\"",
    ]
}

/// One byte of a good file becomes another, or the file ends there.
fn damaged(text: String) -> impl Strategy<Value = Vec<u8>> {
    (0..text.len(), any::<u8>(), any::<bool>()).prop_map(move |(place, byte, cut)| {
        let mut bytes = text.clone().into_bytes();
        bytes[place] = byte;
        if cut {
            bytes.truncate(place);
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        survives(&with_bytes("info.toml", bytes.clone()));
        survives(&with_bytes(WORDS_TOML, bytes));
    }

    #[test]
    fn pieces_of_the_format(text in pieces()) {
        survives(&Files::good().with(WORDS_TOML, &text));
        survives(&Files::good().with("info.toml", &text));
        survives(&Files::format_one().with("info.toml", &format!("format_version = 1\n{text}")));
        survives(&Files::format_one().with("Cargo.toml", &text));
    }

    #[test]
    fn damage_to_a_good_file(
        info in damaged(INFO.to_owned()),
        topic in damaged(entry("greet", &format!("hints = [\"h\"]\n{TRAP}"))),
    ) {
        survives(&with_bytes("info.toml", info));
        survives(&with_bytes(WORDS_TOML, topic));
    }
}

#[test]
fn deep_nesting_does_not_exhaust_the_stack() {
    for (open, close) in [("[", "]"), ("{a=", "}"), ("a.", "b")] {
        let value = format!("x = {}1{}\n", open.repeat(20_000), close.repeat(20_000));
        let keys = format!("{}z = 1\n", "a.".repeat(100_000));
        let tables = format!("[{}z]\nb = 1\n", "a.".repeat(100_000));
        for text in [value, keys, tables] {
            survives(&Files::good().with(WORDS_TOML, &text));
            survives(&Files::good().with("info.toml", &format!("format_version = 1\n{text}")));
        }
    }
}
