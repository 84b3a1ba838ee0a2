//! Any bytes at all: never a panic, and no readable line is lost.

use proptest::collection::vec;
use proptest::prelude::*;

use super::super::read;
use super::super::render;
use crate::progress::Progress;
use crate::progress::fixtures::{at, pass};

/// One thing done to a file's lines.
#[derive(Clone, Debug)]
enum Harm {
    Insert(usize, Vec<u8>),
    Cut(usize),
    Flip(usize, u8),
    Double(usize),
    Drop(usize),
}

fn harm() -> impl Strategy<Value = Harm> {
    let place = 0..4000_usize;
    let odd = prop_oneof![
        vec(any::<u8>(), 0..60),
        "[\\[\\]{}=.'\"a-c #<>|-]{0,30}".prop_map(String::into_bytes),
        "(<<<<<<<|=======|>>>>>>>|\\|\\|\\|\\|\\|\\|\\|)( [a-z]{1,5})?".prop_map(String::into_bytes),
        "\\[[a-z.]{1,9}\\]|[a-z.]{1,9} = (1|'''|\\[|\\{)".prop_map(String::into_bytes),
    ];
    prop_oneof![
        (place.clone(), odd).prop_map(|(at, bytes)| Harm::Insert(at, bytes)),
        place.clone().prop_map(Harm::Cut),
        (place.clone(), any::<u8>()).prop_map(|(at, byte)| Harm::Flip(at, byte)),
        place.clone().prop_map(Harm::Double),
        place.prop_map(Harm::Drop),
    ]
}

fn done(text: &str, harms: &[Harm]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for harm in harms {
        let mut lines: Vec<Vec<u8>> = bytes.split(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect();
        let many = lines.len();
        match harm {
            Harm::Insert(at, odd) => lines.insert(at % many, odd.clone()),
            Harm::Double(at) => lines.insert(at % many, lines[at % many].clone()),
            Harm::Drop(at) => drop(lines.remove(at % many)),
            Harm::Cut(_) | Harm::Flip(..) => {}
        }
        bytes = lines.join(&b'\n');
        let size = bytes.len().max(1);
        match harm {
            Harm::Cut(at) => bytes.truncate(at % size),
            Harm::Flip(at, with) if !bytes.is_empty() => bytes[at % size] ^= with,
            _ => {}
        }
    }
    bytes
}

fn twenty() -> Progress {
    let mut progress = Progress::default();
    for number in 0..20 {
        progress.record(&pass(&format!("exercise_{number}")), at(number));
    }
    progress
}

/// How long to look is for whoever starts the tests: `FUZZ_CASES=100000`.
#[expect(clippy::disallowed_methods, reason = "a test asks for the wish of whoever starts it")]
fn cases() -> u32 {
    std::env::var("FUZZ_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(256)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in vec(any::<u8>(), 0..2000)) {
        read::read(&bytes);
    }

    #[test]
    fn a_line_that_is_still_there_still_counts(harms in vec(harm(), 1..6)) {
        let progress = twenty();
        let bytes = done(&render::text(&progress), &harms);
        let found = read::read(&bytes).progress;
        let dropped_side = base_of_a_conflict(&bytes);
        for (name, entry) in &progress.entries {
            let alone = Progress { entries: [(name.clone(), entry.clone())].into(), ..Progress::default() };
            let text = render::text(&alone);
            let line = text.lines().last().unwrap().as_bytes();
            let lines = || bytes.split(|&byte| byte == b'\n');
            if lines().any(|found| found == line) && !dropped_side {
                prop_assert!(found.evidence(name).is_some(), "{}", name);
                // A harmed copy of the line may say something else; which of both is true nobody knows.
                let start = format!("exercises.{name}.passed");
                if lines().filter(|line| line.starts_with(start.as_bytes())).count() == 1 {
                    prop_assert_eq!(found.evidence(name), entry.evidence.as_ref(), "{}", name);
                }
            }
        }
    }
}

/// Whether the harm happens to be a whole conflict with a base, whose lines do not count.
fn base_of_a_conflict(bytes: &[u8]) -> bool {
    bytes.split(|&byte| byte == b'\n').any(|line| line.starts_with(b"|||||||"))
        && bytes.split(|&byte| byte == b'\n').any(|line| line.starts_with(b">>>>>>>"))
}
