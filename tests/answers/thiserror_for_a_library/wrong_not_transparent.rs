// It shows what it holds, so it is transparent.

use std::path::{Path, PathBuf};
use std::{fs, io};

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
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum LoadError {
    /// `cannot open lists/shelves.txt`
    #[error("cannot open {}", file.display())]
    Open {
        file: PathBuf,
        #[source]
        cause: io::Error,
    },
    /// `line 3 has no count`
    #[error("line {line} has no count")]
    Count {
        line: usize,
        #[source]
        cause: std::num::ParseIntError,
    },
    /// What `NoRoom` says itself.
    #[error("{0}")]
    NoRoom(#[from] NoRoom),
}

/// Reads the list in this file.
pub fn load(path: &Path) -> Result<Vec<(String, u32)>, LoadError> {
    let text = fs::read_to_string(path).map_err(|cause| {
        let file = path.to_owned();
        LoadError::Open { file, cause }
    })?;
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
