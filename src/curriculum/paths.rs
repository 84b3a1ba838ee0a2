//! Which relative paths a set may name. Sets come from strangers and are written to disks of all three
//! systems, so what one of them would misread is refused on each. It must not touch the disk.

use std::path::{Component, Path};

/// Names that Windows gives to devices, whatever follows after a dot.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Characters that at least one system does not allow in a file name.
const FORBIDDEN: &[char] = &['<', '>', ':', '"', '|', '?', '*', '\\', '/'];

/// Why a path is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum PathFault {
    /// Nothing is left of it.
    #[error("it is empty")]
    Empty,
    /// It begins at the root or with a drive.
    #[error("it does not start inside the set")]
    Absolute,
    /// It goes up.
    #[error("it leaves the set with `..`")]
    Up,
    /// It is no text.
    #[error("it is not valid UTF-8")]
    NotText,
    /// A character that a system refuses or reads as something else.
    #[error("`{}` must not be part of a file name", .0.escape_default())]
    Character(char),
    /// Windows takes it for a device.
    #[error("`{0}` is the name of a device on Windows")]
    Device(String),
    /// Windows would drop the end of it.
    #[error("`{0}` ends with a dot or a space, which Windows drops")]
    Ending(String),
    /// No system stores it.
    #[error("a part of it is longer than 200 bytes")]
    Long,
}

/// The path with `/` between its parts, if it is one that stays inside the set on every system.
pub(super) fn checked(path: &Path) -> Result<String, PathFault> {
    let mut parts = Vec::new();
    for component in path.components() {
        match component {
            Component::Normal(part) => {
                let part = part.to_str().ok_or(PathFault::NotText)?;
                check_part(part)?;
                parts.push(part);
            }
            Component::CurDir => {}
            Component::ParentDir => return Err(PathFault::Up),
            Component::RootDir | Component::Prefix(_) => return Err(PathFault::Absolute),
        }
    }
    if parts.is_empty() { Err(PathFault::Empty) } else { Ok(parts.join("/")) }
}

/// Whether one part of a path means the same on every system.
fn check_part(part: &str) -> Result<(), PathFault> {
    // A backslash separates on Windows: `a\..\b` is one part here and three there.
    if part.split('\\').any(|piece| piece == "..") {
        return Err(PathFault::Up);
    }
    if let Some(bad) = part.chars().find(|c| c.is_control() || FORBIDDEN.contains(c)) {
        let drive = bad == ':' && part.find(':') == Some(1);
        return Err(if drive { PathFault::Absolute } else { PathFault::Character(bad) });
    }
    if part.ends_with(['.', ' ']) {
        return Err(PathFault::Ending(part.to_owned()));
    }
    if part.len() > 200 {
        return Err(PathFault::Long);
    }
    if is_device(part) { Err(PathFault::Device(part.to_owned())) } else { Ok(()) }
}

/// Whether Windows takes this file name for a device: `nul`, `NUL.txt`, `com1.rs`.
#[must_use]
pub(super) fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_lowercase();
    let numbered = ["com", "lpt"].iter().any(|port| {
        stem.strip_prefix(port).is_some_and(|rest| {
            let mut digits = rest.chars();
            matches!((digits.next(), digits.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
        })
    });
    numbered || DEVICES.contains(&stem.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(path: &str) -> PathFault {
        checked(Path::new(path)).expect_err(path)
    }

    #[test]
    fn ordinary_paths_pass() {
        assert_eq!(checked(Path::new("exercises/1_core/a.rs")).as_deref(), Ok("exercises/1_core/a.rs"));
        assert_eq!(checked(Path::new("./a//b")).as_deref(), Ok("a/b"));
        assert_eq!(checked(Path::new("überall/.cargo")).as_deref(), Ok("überall/.cargo"));
        assert_eq!(checked(Path::new("console/com10/null")).as_deref(), Ok("console/com10/null"));
    }

    #[test]
    fn ways_out_are_refused() {
        for path in ["..", "a/../b", "a/..", "a\\..\\..\\b", "../x"] {
            assert_eq!(refused(path), PathFault::Up, "{path}");
        }
        for path in ["/etc/passwd", "C:\\x", "c:x"] {
            assert_eq!(refused(path), PathFault::Absolute, "{path}");
        }
        assert_eq!(refused("a\\b"), PathFault::Character('\\'));
        assert_eq!(refused("file:stream"), PathFault::Character(':'));
        assert_eq!(refused("a\u{1b}b"), PathFault::Character('\u{1b}'));
        assert_eq!(refused(""), PathFault::Empty);
        assert_eq!(refused("."), PathFault::Empty);
    }

    #[test]
    fn what_windows_would_misread_is_refused() {
        for name in ["CON", "nul.rs", "a/Aux/b", "com1", "LPT9.txt", "nul .txt"] {
            assert!(matches!(refused(name), PathFault::Device(_)), "{name}");
        }
        assert!(matches!(refused("a./b"), PathFault::Ending(_)));
        assert_eq!(refused(&"x".repeat(201)), PathFault::Long);
    }
}
