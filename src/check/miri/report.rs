//! What Miri said, read from its exit, its standard error and nothing else: the program under it writes to
//! the same streams. It must not judge: whether a report is a failure or the wish is the checks' affair.

use super::class::{Class, Kind};
use super::story;
use crate::check::diagnostics::{self, Diagnostic, Level};
use crate::process::Exit;

/// What one run came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How it ended.
    pub class: Class,
    /// The report that says so, cut to what helps; the compiler's own where it refused.
    pub found: Vec<Diagnostic>,
    /// The seed that showed it, where several were tried.
    pub seed: Option<u32>,
}

/// How one run was made; its report reads accordingly.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// How it ended.
    pub exit: Exit,
    /// Its standard error.
    pub stderr: &'a str,
    /// The file whose lines the learner knows.
    pub own: &'a str,
    /// Whether several seeds were tried: there the last line that sums it up is missing.
    pub seeds: bool,
}

/// Miri's first sentences, and what each means.
const SENTENCES: [(&str, Class); 5] = [
    ("memory leaked: ", Class::Leak),
    ("the evaluated program deadlocked", Class::Deadlock),
    ("unsupported operation: ", Class::Unsupported),
    ("the main thread terminated without waiting", Class::ThreadLeft),
    ("abnormal termination: ", Class::Abort),
];

const UNDEFINED: &str = "Undefined Behavior: ";
const SUM: &str = "aborting due to ";

/// Reads a run of Miri. Both of its formats are understood.
#[must_use]
pub fn read(run: &Run<'_>) -> Report {
    let seed = run.seeds.then(|| failing_seed(run.stderr)).flatten();
    let none = |class| Report { class, found: Vec::new(), seed };
    let code = match run.exit {
        Exit::Code(code) => code,
        Exit::TimedOut => return none(Class::TimedOut),
        Exit::OutOfMemory => return none(Class::OutOfMemory),
        Exit::Signal(number) => return none(Class::Crashed(number)),
        Exit::Cancelled => return none(Class::Cancelled),
    };
    match code {
        0 => return none(Class::Ended),
        101 => return none(Class::Panicked),
        _ => {}
    }
    let errors = genuine(errors(run.stderr), run);
    // Miri's reports come alone, behind whatever the compiler said; all of one run are of one class.
    let Some(class) = errors.first().map(|error| class_of(error, run.stderr)).filter(|_| code == 1) else {
        return none(Class::Exited(code));
    };
    let found = match class {
        Class::Rejected => errors,
        _ => vec![story::cut(errors, run.own)],
    };
    Report { class, found, seed }
}

fn class_of(error: &Diagnostic, stderr: &str) -> Class {
    if let Some(words) = error.message.strip_prefix(UNDEFINED) {
        return Class::Undefined(Kind::of(words));
    }
    let sentence = SENTENCES.iter().find(|(start, _)| error.message.starts_with(start));
    match sentence.map(|&(_, class)| class) {
        Some(Class::Abort) if stderr.contains("unsafe precondition(s) violated") => Class::Precondition,
        Some(class) => class,
        None if error.code.is_none() && error.line == 0 => Class::Misused,
        None => Class::Rejected,
    }
}

/// Every error, in the order in which they came, the sum of them left in.
fn errors(stderr: &str) -> Vec<Diagnostic> {
    let json: Vec<Diagnostic> = stderr.lines().filter_map(read_line).collect();
    let mut found = if json.is_empty() { story::read_plain(stderr) } else { json };
    found.retain(|diagnostic| diagnostic.level == Level::Error);
    found
}

/// One line of JSON. What the program wrote without a line feed stands before it on the same line.
fn read_line(line: &str) -> Option<Diagnostic> {
    const START: &str = "{\"$message_type\"";
    line.match_indices(START).find_map(|(at, _)| {
        diagnostics::read_line(&line[at..]).or_else(|| {
            // The sum is no finding to anybody else; here it tells how many errors are true.
            let at = line[at..].split_once("\"message\":\"")?.1;
            at.starts_with(SUM).then(|| sum(at.split('"').next().unwrap_or_default()))
        })
    })
}

fn sum(message: &str) -> Diagnostic {
    Diagnostic {
        level: Level::Error,
        code: None,
        message: message.to_owned(),
        file: String::new(),
        line: 0,
        column: 0,
        end_line: 0,
        rendered: String::new(),
    }
}

/// The errors that are not the program's own words: after a true one nothing but the sum can follow, and the
/// sum says how many there are.
fn genuine(mut errors: Vec<Diagnostic>, run: &Run<'_>) -> Vec<Diagnostic> {
    let Some(last) = errors.iter().rposition(|error| error.message.starts_with(SUM)) else {
        // Under many seeds there is no sum; a command line that is not understood has none either.
        errors.retain(|error| run.seeds || class_of(error, "") == Class::Misused);
        errors.truncate(1);
        return errors;
    };
    let words = errors[last].message[SUM.len()..].split_whitespace();
    let count = words.take(1).find_map(|word| word.parse::<usize>().ok()).unwrap_or(1);
    errors.truncate(last);
    errors.retain(|error| !error.message.starts_with(SUM));
    errors.split_off(errors.len().saturating_sub(count))
}

fn failing_seed(stderr: &str) -> Option<u32> {
    let rest = stderr.lines().find_map(|line| line.strip_prefix("FAILING SEED: "))?;
    rest.trim().parse().ok()
}

#[cfg(test)]
mod tests;
