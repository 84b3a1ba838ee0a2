//! The state file that rustlings leaves beside its exercises: read once, so that nobody solves anything twice. It must
//! not write it: rustlings goes on with it.
//!
//! A line that tells people to keep their hands off, an empty one, the name of the current exercise, an empty one, and
//! then the names of the done exercises, a line each, up to the first empty line. Whatever does not look like this has
//! nothing to say.

use jiff::Timestamp;

use super::{Evidence, Progress};
use crate::curriculum::Curriculum;

/// What the file is called.
pub const FILE: &str = ".rustlings-state.txt";

/// What stands in the place of a toolchain: not ours has judged.
const JUDGE: &str = "rustlings";

/// More bytes than the names of any set.
const MOST: usize = 1 << 20;

/// What such a file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The current exercise.
    pub current: String,
    /// Those that are done.
    pub done: Vec<String>,
}

/// Reads the bytes of such a file; none where it is not one.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<State> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.len() <= MOST)?;
    let mut lines = text.lines().skip(2);
    let current = lines.next().filter(|name| !name.is_empty())?.to_owned();
    lines.next().filter(|line| line.is_empty())?;
    let done = lines.take_while(|name| !name.is_empty()).map(str::to_owned).collect();
    Some(State { current, done })
}

impl Progress {
    /// Takes over what this set's exercises were done before, as of `at`; `source` knows the hash of what the learner
    /// has now. Says how many those are. Names that the set does not have are passed over.
    pub fn take_over(
        &mut self,
        state: &State,
        curriculum: &Curriculum,
        at: Timestamp,
        source: &dyn Fn(&str) -> Option<String>,
    ) -> usize {
        let mut taken = 0;
        for name in state.done.iter().filter(|name| curriculum.find(name).is_some()) {
            let entry = self.entries.entry(name.clone()).or_default();
            let Some(source) = source(name).filter(|_| entry.evidence.is_none()) else { continue };
            entry.evidence = Some(Evidence {
                at: Timestamp::from_second(at.as_second()).unwrap_or(at),
                source,
                content: JUDGE.to_owned(),
                checks: Vec::new(),
                partial: false,
                toolchain: JUDGE.to_owned(),
                rest: toml::Table::new(),
            });
            taken += 1;
        }
        self.entries.retain(|_, entry| !entry.is_blank());
        if self.current.is_none() && curriculum.find(&state.current).is_some() {
            self.current = Some(state.current.clone());
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::curriculum::{self, SetSource};

    const SAID: &str = "DO NOT TOUCH\n\nlater\n\nfirst\nlater\nunknown\n";

    fn set() -> Curriculum {
        let entry = |name: &str| format!("[[exercises]]\nname = \"{name}\"\nhint = \"h\"\n");
        let info = format!("format_version = 1\n{}{}{}", entry("first"), entry("later"), entry("open"));
        let file = |name: &str| (format!("exercises/{name}.rs"), b"fn main() {}\n".to_vec());
        let files = [("info.toml".to_owned(), info.into_bytes()), file("first"), file("later"), file("open")];
        curriculum::load(&SetSource::in_memory("set", files).unwrap(), &[]).unwrap()
    }

    #[test]
    fn what_was_done_there_is_done_here_once() {
        let state = read(SAID.as_bytes()).unwrap();
        assert_eq!((state.current.as_str(), state.done.len()), ("later", 3));
        let (mut progress, set, at) = (Progress::default(), set(), Timestamp::UNIX_EPOCH);
        let source = |name: &str| Some(format!("hash of {name}"));
        assert_eq!(progress.take_over(&state, &set, at, &source), 2, "the set has no `unknown`");
        assert_eq!(progress.evidence("first").unwrap().source, "hash of first");
        assert!(progress.evidence("open").is_none() && progress.entry("unknown").is_none());
        assert_eq!(progress.current.as_deref(), Some("later"));
        let before = progress.clone();
        assert_eq!(progress.take_over(&state, &set, at, &source), 0);
        assert_eq!(progress, before);
    }

    #[test]
    fn a_file_that_the_learner_does_not_have_is_not_done() {
        let mut progress = Progress::default();
        let state = read(SAID.as_bytes()).unwrap();
        assert_eq!(progress.take_over(&state, &set(), Timestamp::UNIX_EPOCH, &|_| None), 0);
        assert!(progress.entries.is_empty());
    }

    #[test]
    fn what_is_kept_comes_back_from_the_disk() {
        let dir = tempfile::tempdir().unwrap();
        let store = crate::progress::Store::new(dir.path().join("progress.toml"));
        let state = read(SAID.as_bytes()).unwrap();
        let source = |name: &str| Some(name.to_owned());
        let mut taken = 0;
        let take = |it: &mut Progress| taken = it.take_over(&state, &set(), Timestamp::UNIX_EPOCH, &source);
        let kept = store.update(take).unwrap();
        assert_eq!(taken, 2);
        let loaded = store.load();
        assert_eq!((loaded.progress, loaded.notices), (kept, Vec::new()));
    }

    #[test]
    fn half_a_file_and_another_one_say_nothing() {
        for text in ["", "\n", "x\n\n", "x\n\n\n\nfirst\n", "x\n\nfirst\nlater\n", "x\n\nfirst"] {
            assert_eq!(read(text.as_bytes()), None, "{text:?}");
        }
        assert_eq!(read(b"x\n\nfirst\n\n\xff\n"), None, "no text");
        let windows = read(SAID.replace('\n', "\r\n").as_bytes()).unwrap();
        assert_eq!(windows, read(SAID.as_bytes()).unwrap());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_bytes_are_read_and_only_names_of_the_set_are_taken(
            bytes in prop::collection::vec(any::<u8>(), 0..200),
            lines in prop::collection::vec("(first|later|open|\\.\\./x|[ -~]{0,9})\r?\n?", 0..12),
        ) {
            for bytes in [bytes, lines.concat().into_bytes(), format!("x\n\n{}", lines.concat()).into_bytes()] {
                let Some(state) = read(&bytes) else { continue };
                let mut progress = Progress::default();
                progress.take_over(&state, &set(), Timestamp::UNIX_EPOCH, &|name| Some(name.to_owned()));
                prop_assert!(progress.entries.keys().all(|name| ["first", "later", "open"].contains(&name.as_str())));
            }
        }
    }

    #[expect(clippy::disallowed_methods, reason = "how long to look is for whoever starts the tests")]
    fn cases() -> u32 {
        std::env::var("FUZZ_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(500)
    }
}
