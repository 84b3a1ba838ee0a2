//! What rustc and clippy said, from their JSON. It must not judge: which line counts for whom is the
//! checks' affair.

use std::collections::BTreeSet;

use cargo_metadata::diagnostic::{self as wire, DiagnosticLevel, DiagnosticSpan};
use serde::{Deserialize, Serialize};

use super::verdict::Signature;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// It does not compile.
    Error,
    /// It compiles, and somebody would do it differently.
    Warning,
    /// A remark.
    Note,
}

/// One report of the compiler or the linter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub level: Level,
    /// `E0382`, `clippy::needless_return`, `unused_mut`; some errors have none.
    pub code: Option<String>,
    /// Its first sentence.
    pub message: String,
    /// The file of its main place, relative to the workspace; empty where it has no place.
    pub file: String,
    /// Its line, from 1; 0 where it has no place.
    pub line: usize,
    /// Its column, from 1.
    pub column: usize,
    /// The line on which it ends.
    pub end_line: usize,
    /// As rustc draws it, with terminal colours.
    pub rendered: String,
}

impl Diagnostic {
    /// Its signature: the code, or the message's key where there is no code, and the line.
    #[must_use]
    pub fn signature(&self) -> Signature {
        format!("{}@{}", self.key(), self.line)
    }

    /// The code, or the message's key where there is no code.
    fn key(&self) -> String {
        self.code.clone().unwrap_or_else(|| message_key(&self.message))
    }
}

impl Diagnostic {
    /// Whether this is the other one said again, as for a library compiled with and without its tests.
    #[must_use]
    pub fn same_finding(&self, other: &Self) -> bool {
        let place = |it: &Self| (it.line, it.column, it.end_line);
        place(self) == place(other)
            && (&self.file, &self.code, &self.message) == (&other.file, &other.code, &other.message)
    }
}

/// Stands in for the code where an error has none: the first five words of the message in lower case,
/// quoted parts left out, since those name the learner's own things.
#[must_use]
pub fn message_key(message: &str) -> String {
    let outside_quotes: Vec<&str> = message.split('`').step_by(2).collect();
    outside_quotes
        .join(" ")
        .to_lowercase()
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(5)
        .collect::<Vec<_>>()
        .join("-")
}

/// Reads the compiler's standard error, one JSON object a line. Lines that are none are left out: the
/// linker and rustc's own panics speak plainly, and [`plain_lines`] finds them.
#[must_use]
pub fn read(stderr: &str) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = stderr.lines().filter_map(read_line).collect();
    // Errors first, otherwise in the compiler's order.
    found.sort_by_key(|diagnostic| diagnostic.level);
    found
}

/// One line of the compiler's standard error, or of cargo's messages; none where it is not a report about a place or an error.
#[must_use]
pub fn read_line(line: &str) -> Option<Diagnostic> {
    if !line.starts_with('{') {
        return None;
    }
    if line.starts_with("{\"reason\":") {
        let message: cargo_metadata::Message = serde_json::from_str(line).ok()?;
        let cargo_metadata::Message::CompilerMessage(message) = message else { return None };
        return from_wire(message.message);
    }
    from_wire(serde_json::from_str(line).ok()?)
}

/// A report as rustc writes it and as cargo passes it on; none where it is a sum over others.
#[must_use]
pub fn from_wire(wire: wire::Diagnostic) -> Option<Diagnostic> {
    let level = match wire.level {
        DiagnosticLevel::Error | DiagnosticLevel::Ice => Level::Error,
        DiagnosticLevel::Warning => Level::Warning,
        DiagnosticLevel::Note | DiagnosticLevel::Help => Level::Note,
        _ => return None,
    };
    // "aborting due to 2 previous errors", "3 warnings emitted": sums, not findings.
    if wire.spans.is_empty() && wire.code.is_none() && is_a_sum(&wire.message) {
        return None;
    }
    let place = wire.spans.iter().find(|span| span.is_primary).map(outermost);
    Some(Diagnostic {
        level,
        code: wire.code.map(|code| code.code),
        message: wire.message,
        file: place.map(|span| span.file_name.clone()).unwrap_or_default(),
        line: place.map_or(0, |span| span.line_start),
        column: place.map_or(0, |span| span.column_start),
        end_line: place.map_or(0, |span| span.line_end),
        rendered: wire.rendered.unwrap_or_default(),
    })
}

fn is_a_sum(message: &str) -> bool {
    message.starts_with("aborting due to")
        || message.ends_with("warning emitted")
        || message.ends_with("warnings emitted")
        || message.starts_with("For more information")
        || message.starts_with("Some errors have detailed explanations")
}

/// An error inside a macro of the standard library belongs to the line that calls the macro.
fn outermost(span: &DiagnosticSpan) -> &DiagnosticSpan {
    let mut span = span;
    while let Some(expansion) = &span.expansion {
        span = &expansion.span;
    }
    span
}

/// What came on standard error without being JSON: the linker's or the compiler's own trouble.
#[must_use]
pub fn plain_lines(stderr: &str) -> String {
    stderr.lines().filter(|line| !line.starts_with('{')).collect::<Vec<_>>().join("\n")
}

/// The signatures of errors in a file with a line between the learner's part and ours: what is below it is counted from
/// there, since its place in the file moves with the length of the part above.
#[must_use]
pub fn signatures_around<'a>(
    line: usize,
    diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
) -> BTreeSet<Signature> {
    let of = |found: &Diagnostic| match found.line.checked_sub(line) {
        Some(below) if below > 0 => format!("{}@checks+{below}", found.key()),
        _ => found.signature(),
    };
    diagnostics.into_iter().map(of).collect()
}

/// The signatures of all of these.
#[must_use]
pub fn signatures<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> BTreeSet<Signature> {
    diagnostics.into_iter().map(Diagnostic::signature).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_without_code_has_a_key_of_its_words() {
        let key = message_key("cannot find macro `printn` in this scope");
        assert_eq!(key, "cannot-find-macro-in-this");
        assert_eq!(message_key("`x` is not `y`"), "is-not");
    }

    #[test]
    fn below_the_line_is_counted_from_it() {
        let at = |line| Diagnostic {
            level: Level::Error,
            code: Some("E0277".to_owned()),
            message: String::new(),
            file: String::new(),
            line,
            column: 1,
            end_line: line,
            rendered: String::new(),
        };
        let found = signatures_around(10, &[at(9), at(10), at(11)]);
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["E0277@10", "E0277@9", "E0277@checks+1"]);
    }

    #[test]
    fn sums_are_no_findings_and_plain_lines_are_kept_apart() {
        let sum = r#"{"$message_type":"diagnostic","message":"aborting due to 1 previous error","code":null,"level":"error","spans":[],"children":[],"rendered":"x"}"#;
        assert_eq!(read(sum), []);
        assert_eq!(plain_lines(&format!("{sum}\nld: not found")), "ld: not found");
    }

    #[test]
    fn the_place_of_an_error_in_a_macro_is_its_call() {
        let line = include_str!("../../tests/recorded/rustc_error_in_macro.json");
        let found = read(line);
        assert_eq!((found[0].line, found[0].code.as_deref()), (3, Some("E0308")));
    }
}
