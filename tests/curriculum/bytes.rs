//! Whatever the bytes are, reading them ends with a set or with faults, never otherwise.

use std::path::Path;
use std::sync::LazyLock;

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

/// How long to look is for whoever starts the tests: `FUZZ_CASES=100000`.
#[expect(clippy::disallowed_methods, reason = "a test asks for the wish of whoever starts it")]
fn cases(usual: u32) -> u32 {
    std::env::var("FUZZ_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}

/// Files as people write them: from the sets that are here, and from the corpus, where what once went wrong is kept.
fn real_files() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = vec![root.join("tests/sets/format1/info.toml"), root.join("tests/sets/tiny/info.toml")];
    found.extend(
        std::fs::read_dir(root.join("tests/corpus/sets")).unwrap().map(|entry| entry.unwrap().path()),
    );
    for stage in std::fs::read_dir(root.join("exercises")).unwrap().flatten() {
        let topics = std::fs::read_dir(stage.path()).into_iter().flatten().flatten();
        found.extend(topics.map(|topic| topic.path().join("topic.toml")).filter(|path| path.is_file()));
    }
    found.sort();
    found.iter().map(|path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned()).collect()
}

/// One thing done to a text.
#[derive(Clone, Debug)]
enum Harm {
    Byte(usize, u8),
    Cut(usize),
    Insert(usize, String),
    Double(usize),
    Drop(usize),
    Swap(usize, usize),
}

fn harm() -> impl Strategy<Value = Harm> {
    let place = || 0..100_000_usize;
    let odd = prop_oneof![
        Just("\u{1b}[2J".to_owned()),
        Just("../../../etc".to_owned()),
        Just("C:\\\\nul".to_owned()),
        Just("\"\"\"".to_owned()),
        Just("\0".to_owned()),
        Just("\u{202e}".to_owned()),
        "[\\[\\]{}=.'\"a-c #-]{1,9}",
        value(),
    ];
    prop_oneof![
        (place(), any::<u8>()).prop_map(|(at, byte)| Harm::Byte(at, byte)),
        place().prop_map(Harm::Cut),
        (place(), odd).prop_map(|(at, odd)| Harm::Insert(at, odd)),
        place().prop_map(Harm::Double),
        place().prop_map(Harm::Drop),
        (place(), place()).prop_map(|(one, other)| Harm::Swap(one, other)),
    ]
}

/// Lines are doubled, dropped and swapped; bytes are changed, cut off and put in.
fn harmed(text: &str, harms: &[Harm]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for harm in harms {
        let mut lines: Vec<Vec<u8>> = bytes.split(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect();
        let many = lines.len();
        let size = bytes.len().max(1);
        match harm {
            Harm::Byte(at, byte) if !bytes.is_empty() => bytes[at % size] = *byte,
            Harm::Byte(..) => {}
            Harm::Cut(at) => bytes.truncate(at % size),
            Harm::Insert(at, odd) => {
                let at = at % size.min(bytes.len() + 1);
                bytes.splice(at..at, odd.bytes());
            }
            Harm::Double(at) => lines.insert(at % many, lines[at % many].clone()),
            Harm::Drop(at) => drop(lines.remove(at % many)),
            Harm::Swap(one, other) => lines.swap(one % many, other % many),
        }
        if matches!(harm, Harm::Double(_) | Harm::Drop(_) | Harm::Swap(..)) {
            bytes = lines.join(&b'\n');
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(600), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damage_to_real_files(
        which in any::<prop::sample::Index>(),
        as_map in any::<bool>(),
        harms in prop::collection::vec(harm(), 1..6),
    ) {
        static REAL: LazyLock<Vec<String>> = LazyLock::new(real_files);
        let bytes = harmed(&REAL[which.index(REAL.len())], &harms);
        survives(&with_bytes(if as_map { "info.toml" } else { WORDS_TOML }, bytes));
    }
}

#[test]
fn the_corpus_is_survived_as_it_is() {
    let real = real_files();
    assert!(real.len() > 10, "only {} files were found", real.len());
    for text in real {
        survives(&with_bytes("info.toml", text.clone().into_bytes()));
        survives(&with_bytes(WORDS_TOML, text.into_bytes()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(400), failure_persistence: None, ..ProptestConfig::default() })]

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
