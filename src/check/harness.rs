//! What the standard test harness printed, read as evidence. A test has passed only if it is reported
//! `ok` under its own name and the harness came to its end. It must not trust anything else: the
//! learner's program writes to the same stream.

/// What one run of the harness showed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Tests reported `ok`.
    pub passed: Vec<String>,
    /// Tests reported otherwise, in order, with what they printed.
    pub failed: Vec<(String, String)>,
    /// The test that had begun and not ended.
    pub hanging: Option<String>,
    /// Whether the last line is the harness's own sum, and how many passed by its count.
    pub sum: Option<usize>,
}

/// Reads the harness's standard output. `expected` are the tests that were asked for; others are ignored.
#[must_use]
pub fn read(stdout: &str, expected: &[String]) -> Report {
    let mut report = Report { sum: sum(stdout), ..Report::default() };
    for name in expected {
        match result_of(stdout, name) {
            Found::Ok => report.passed.push(name.clone()),
            Found::Failed => report.failed.push((name.clone(), printed_by(stdout, name))),
            Found::Unfinished => report.hanging = Some(name.clone()),
            Found::Nothing => {}
        }
    }
    report
}

enum Found {
    Ok,
    Failed,
    Unfinished,
    Nothing,
}

/// With one test at a time, everything between a test's name and the next line of the harness belongs
/// to that test; a test that writes past the harness's capture stands between its name and its result.
fn result_of(stdout: &str, name: &str) -> Found {
    let headers = [format!("test {name} ... "), format!("test {name} - should panic ... ")];
    let Some(after) = headers.iter().find_map(|header| {
        let at = stdout.find(header.as_str()).filter(|&at| at == 0 || stdout[..at].ends_with('\n'))?;
        Some(&stdout[at + header.len()..])
    }) else {
        return Found::Nothing;
    };
    let end = ["\ntest ", "\n\nsuccesses:", "\n\nfailures:", "\n\ntest result:"]
        .iter()
        .filter_map(|next| after.find(next))
        .min();
    let own = after[..end.unwrap_or(after.len())].trim_end();
    if own.ends_with("ok") {
        Found::Ok
    } else if own.ends_with("FAILED") || own.ends_with("ignored") || own.contains("FAILED (") {
        Found::Failed
    } else {
        Found::Unfinished
    }
}

/// What the harness captured of one test.
#[must_use]
pub fn printed_by(stdout: &str, name: &str) -> String {
    let header = format!("---- {name} stdout ----\n");
    let Some(at) = stdout.find(&header) else { return String::new() };
    let after = &stdout[at + header.len()..];
    let end = ["\n---- ", "\nfailures:\n", "\nsuccesses:\n"].iter().filter_map(|next| after.find(next)).min();
    after[..end.unwrap_or(after.len())].trim().to_owned()
}

/// `test result: ok. 3 passed; …` as the very last line, nothing failed, nothing ignored.
fn sum(stdout: &str) -> Option<usize> {
    let last = stdout.trim_end().lines().next_back()?;
    let rest = last.strip_prefix("test result: ok. ")?;
    let (count, rest) = rest.split_once(" passed; ")?;
    rest.starts_with("0 failed; 0 ignored;").then(|| count.parse().ok())?
}

/// What the tests of the learner's program printed, without the harness's own lines.
#[must_use]
pub fn output(stdout: &str) -> String {
    let Some(at) = stdout.find("\nsuccesses:\n\n---- ") else { return String::new() };
    let shown = &stdout[at + "\nsuccesses:\n\n".len()..];
    let end = shown.find("\nsuccesses:\n").unwrap_or(shown.len());
    shown[..end].trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|&name| name.to_owned()).collect()
    }

    const PASSING: &str = "\nrunning 2 tests\ntest checks::a ... ok\ntest checks::b - should panic ... ok\n\n\
        successes:\n\n---- checks::a stdout ----\nhello\n\n\nsuccesses:\n    checks::a\n    checks::b\n\n\
        test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\n";

    #[test]
    fn a_full_pass_is_read_by_name_and_sum() {
        let report = read(PASSING, &names(&["checks::a", "checks::b"]));
        assert_eq!(report.passed, ["checks::a", "checks::b"]);
        assert_eq!(report.sum, Some(2));
        assert_eq!(output(PASSING), "---- checks::a stdout ----\nhello");
    }

    #[test]
    fn a_failure_brings_its_own_words() {
        let stdout = "\nrunning 2 tests\ntest checks::a ... FAILED\ntest checks::b ... ok\n\nfailures:\n\n\
            ---- checks::a stdout ----\n\nthread panicked\nleft: 1\n\n\nfailures:\n    checks::a\n\n\
            test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out\n";
        let report = read(stdout, &names(&["checks::a", "checks::b"]));
        assert_eq!(report.failed, [("checks::a".to_owned(), "thread panicked\nleft: 1".to_owned())]);
        assert_eq!((report.passed.len(), report.sum), (1, None));
    }

    #[test]
    fn what_a_test_writes_past_the_capture_does_not_hide_its_result() {
        let stdout = PASSING.replace("test checks::a ... ok", "test checks::a ... raw words\nok");
        assert_eq!(read(&stdout, &names(&["checks::a"])).passed, ["checks::a"]);
    }

    #[test]
    fn a_forged_sum_names_no_test() {
        let forged = "test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n";
        let report = read(forged, &names(&["checks::a"]));
        assert_eq!((report.passed.len(), report.sum), (0, Some(1)));
    }

    #[test]
    fn a_test_that_never_ended_is_hanging() {
        let report = read("\nrunning 1 test\ntest checks::a ... ", &names(&["checks::a"]));
        assert_eq!(report.hanging.as_deref(), Some("checks::a"));
    }

    #[test]
    fn words_after_the_sum_make_it_no_sum() {
        assert_eq!(sum("test result: ok. 1 passed; 0 failed; 0 ignored; x\nhello"), None);
        assert_eq!(sum("test result: ok. 1 passed; 0 failed; 1 ignored; x"), None);
    }
}
