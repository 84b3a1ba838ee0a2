// thiserror for a library
//
// `LoadError` was written by hand, and its users complain: they are told that a file cannot be opened
// and not which one, they read every cause twice or never, and each new variant breaks their build.
//
// Let thiserror write `Display`, `Error` and `From`, as it does for `NoRoom` already. What each message
// says stands above its variant; a cause is found through `source` and not in the message. `NoRoom`
// passes through as if nothing were around it, and `?` turns it into a `LoadError`. `?` on an
// `io::Error` must not: it does not know the file. New variants must not break anybody.
//
// Read: the documentation of thiserror
// https://docs.rs/thiserror/latest/thiserror/

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use thiserror::Error;

/// What a shelf holds at most.
#[derive(Debug, Error)]
#[error("a shelf holds {most}")]
pub struct Limit {
    pub most: u32,
}

/// Too much for one shelf.
#[derive(Debug, Error)]
#[error("no room for {count} {name}")]
pub struct NoRoom {
    pub name: String,
    pub count: u32,
    #[source]
    pub limit: Limit,
}

/// Why a list of shelves could not be loaded.
// TODO: Derive what is written by hand below, and leave room for more variants.
#[derive(Debug)]
pub enum LoadError {
    /// `cannot open lists/shelves.txt`
    Open { file: PathBuf, cause: io::Error },
    /// `line 3 has no count`
    Count {
        line: usize,
        cause: std::num::ParseIntError,
    },
    /// What `NoRoom` says itself.
    NoRoom(NoRoom),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open { file, cause } => write!(f, "cannot open {}: {cause}", file.display()),
            Self::Count { line, cause } => write!(f, "line {line} has no count: {cause}"),
            Self::NoRoom(inner) => write!(f, "the list is bad: {inner}"),
        }
    }
}

impl std::error::Error for LoadError {}

impl From<io::Error> for LoadError {
    fn from(cause: io::Error) -> Self {
        let file = PathBuf::from("a file");
        Self::Open { file, cause }
    }
}

impl From<NoRoom> for LoadError {
    fn from(inner: NoRoom) -> Self {
        Self::NoRoom(inner)
    }
}

/// Reads the list in this file.
pub fn load(path: &Path) -> Result<Vec<(String, u32)>, LoadError> {
    // TODO: Say which file it is.
    let text = fs::read_to_string(path)?;
    parse(&text)
}

/// Reads lines such as `nails 20`.
pub fn parse(text: &str) -> Result<Vec<(String, u32)>, LoadError> {
    let lines = text.lines().enumerate();
    lines
        .map(|(place, line)| {
            let (name, count) = line.split_once(' ').unwrap_or((line, ""));
            let count = count.parse().map_err(|cause| LoadError::Count {
                line: place + 1,
                cause,
            })?;
            stock(name, count)?;
            Ok((name.to_owned(), count))
        })
        .collect()
}

fn stock(name: &str, count: u32) -> Result<(), NoRoom> {
    let limit = Limit { most: 50 };
    if count <= limit.most {
        return Ok(());
    }
    let name = name.to_owned();
    Err(NoRoom { name, count, limit })
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;
    use std::error::Error as _;

    /// The messages from the outermost error to the innermost.
    fn chain(error: &dyn std::error::Error) -> Vec<String> {
        let mut said = vec![error.to_string()];
        let mut below = error.source();
        while let Some(error) = below {
            said.push(error.to_string());
            below = error.source();
        }
        said
    }

    fn no_such_file() -> PathBuf {
        let number = ::kit::Rng::salted("thiserror_for_a_library: file").bits();
        Path::new("no_such_directory").join(format!("shelves{number}.txt"))
    }

    #[test]
    fn a_file_that_cannot_be_opened_is_named() {
        let path = no_such_file();
        let said = load(&path).expect_err("there is no such file").to_string();
        assert!(
            said.starts_with(&format!("cannot open {}", path.display())),
            "a message that helps names the file, and this one says: {said}"
        );
    }

    #[test]
    fn causes_can_be_reached() {
        let error = load(&no_such_file()).expect_err("there is no such file");
        let cause = error
            .source()
            .and_then(|cause| cause.downcast_ref::<io::Error>());
        assert_eq!(
            cause.map(io::Error::kind),
            Some(io::ErrorKind::NotFound),
            "the source of `Open` is the error of the system"
        );
        let error = parse("nails many").expect_err("that is no number");
        let cause = error
            .source()
            .map(|cause| cause.is::<std::num::ParseIntError>());
        assert_eq!(
            cause,
            Some(true),
            "the source of `Count` is the error of the parser"
        );
    }

    #[test]
    fn messages_do_not_repeat_their_causes() {
        let good = ::kit::Rng::salted("thiserror_for_a_library: lines").within(1..9_usize);
        let text = format!("{}nails many", "nails 20\n".repeat(good));
        let said = chain(&parse(&text).expect_err("that is no number"));
        assert_eq!(
            said[0],
            format!("line {} has no count", good + 1),
            "whoever prints the whole chain would read the cause twice"
        );
        let path = no_such_file();
        let said = chain(&load(&path).expect_err("there is no such file"));
        let opened = format!("cannot open {}", path.display());
        assert!(
            said[0] == opened || !said[0].starts_with(&opened),
            "whoever prints the whole chain would read the cause twice: {said:?}"
        );
    }

    #[test]
    fn no_room_passes_through() {
        let count = ::kit::Rng::salted("thiserror_for_a_library: count").within(51..9999_u32);
        let error = parse(&format!("nails 20\nbolts {count}")).expect_err("that is too much");
        assert_eq!(
            chain(&error),
            [
                format!("no room for {count} bolts"),
                "a shelf holds 50".to_owned()
            ],
            "`NoRoom` speaks for itself, once, and its own cause follows at once"
        );
    }

    #[test]
    fn only_what_needs_no_more_words_converts_by_itself() {
        assert!(
            ::kit::implements!(LoadError: From<NoRoom>),
            "`?` turns a `NoRoom` into a `LoadError`"
        );
        assert!(
            !::kit::implements!(LoadError: From<io::Error>),
            "with `?` on an `io::Error` a user of yours would forget the file as well"
        );
    }

    #[test]
    fn lists_are_read() {
        let wanted = [("nails".to_owned(), 20), ("bolts".to_owned(), 50)];
        assert_eq!(parse("nails 20\nbolts 50").expect("a good list"), wanted);
    }
}
