//! `reject`: each file in `reject/` is refused, with exactly the errors that it marks, against the learner's
//! part. It must not be content with any refusal: another error would mean that the probe never came to
//! what it is about.
//!
//! A mark stands at the end of the line of the error: `//~ E0597`. Two errors of one line are parted by a
//! space, `//~ E0499 E0502`; where either is right, `//~ E0499|E0502`. An error without a code has the key of
//! its message, as in failure signatures: `//~ lifetime-may-not-live-long`.

use super::diagnostics::Diagnostic;
use super::probe::{self, Emit, Miss, Probe};
use super::{Check, Context, Step, build, diagnostics};
use crate::curriculum::Exercise;
use crate::process::{Exit, Finished};
use crate::toolchain::Tool;

/// The check word `reject`, and the directory of its probes.
const WORD: &str = "reject";

/// The check word `reject`.
pub struct Reject;

impl Check for Reject {
    fn name(&self) -> &'static str {
        WORD
    }

    fn passes_when(&self) -> &'static str {
        "every file in `reject/` is refused with exactly the errors on exactly the lines that it marks"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &["reject:<file>"]
    }

    fn tools(&self, _: &Exercise) -> Vec<Tool> {
        vec![Tool::Rustc]
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        let probes = probe::list(cx, WORD);
        if probes.is_empty() {
            return Step::Verdict(probe::none_there(WORD));
        }
        let Some((library, built)) = done.split_first() else {
            return Step::Run(vec![probe::library(cx)]);
        };
        if let Some(fault) = build::fault(cx, library) {
            return Step::Verdict(fault);
        }
        if built.len() < probes.len() {
            let compile = |probe| probe::compile(cx, WORD, probe, Emit::Metadata);
            return Step::Run(probes.iter().map(compile).collect());
        }
        if let Some(judgement) =
            probes.iter().zip(built).find_map(|(probe, built)| probe::unanswered(cx, probe, built))
        {
            return Step::Verdict(judgement);
        }
        let misses: Vec<Miss<'_>> = probes.iter().zip(built).filter_map(|(p, b)| judge(p, b)).collect();
        Step::Verdict(probe::verdict(WORD, probes.len(), &misses))
    }

    fn speaks_at_once(&self) -> bool {
        false
    }
}

/// An error that a probe expects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The line.
    pub line: usize,
    /// Codes or message keys; any of them will do.
    pub any_of: Vec<String>,
}

/// The marks of a probe.
#[must_use]
pub fn marks(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    for (place, line) in text.lines().enumerate() {
        let Some((_, words)) = line.rsplit_once("//~") else { continue };
        for word in words.split_whitespace() {
            let any_of = word.split('|').filter(|code| !code.is_empty()).map(str::to_owned).collect();
            found.push(Mark { line: place + 1, any_of });
        }
    }
    found
}

fn key(found: &Diagnostic) -> String {
    found.code.clone().unwrap_or_else(|| diagnostics::message_key(&found.message))
}

/// An error in words.
pub(super) fn named(probe: &Probe, found: &Diagnostic) -> String {
    let code = found.code.clone().unwrap_or_else(|| format!("\"{}\"", found.message));
    match (probe.holds(found), found.line) {
        (true, line) => format!("{code} on line {line}"),
        (false, 0) => code,
        (false, line) => format!("{code} on line {line} of {}", found.file),
    }
}

fn judge<'p>(probe: &'p Probe, built: &Finished) -> Option<Miss<'p>> {
    let (marks, errors) = (marks(&probe.text), probe.errors(built));
    let fits = |mark: &Mark, error: &Diagnostic| {
        probe.holds(error) && error.line == mark.line && mark.any_of.contains(&key(error))
    };
    let surplus: Vec<&Diagnostic> =
        errors.iter().filter(|error| !marks.iter().any(|mark| fits(mark, error))).collect();
    let missing = marks.iter().any(|mark| !errors.iter().any(|error| fits(mark, error)));
    // A probe without a mark would pass by compiling: there is nothing that it could show.
    if surplus.is_empty() && !missing && !marks.is_empty() && built.exit != Exit::Code(0) {
        return None;
    }
    let wanted: Vec<String> =
        marks.iter().map(|mark| format!("{} on line {}", mark.any_of.join(" or "), mark.line)).collect();
    let came = match errors.as_slice() {
        _ if built.exit == Exit::Code(0) => "compiles".to_owned(),
        [] => "could not be judged".to_owned(),
        errors => {
            let all: Vec<String> = errors.iter().map(|error| named(probe, error)).collect();
            format!("is refused with {}", probe::listed(&all))
        }
    };
    let words = match surplus.first() {
        Some(error) => error.rendered.clone(),
        None if errors.is_empty() => diagnostics::plain_lines(&built.stderr.text()),
        None => String::new(),
    };
    Some(Miss { probe, expected: format!("is refused with {}", probe::listed(&wanted)), came, words })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::{Bench, finished, refusal};
    use crate::check::{Judgement, Verdict};

    /// Recorded from a probe that drops a text while a view of it is still used.
    const RECORDED: &str = include_str!("../../tests/recorded/probe_dropped_first.json");
    const PATH: &str = "exercises/1_a/01_b/sum/reject/dropped.rs";

    fn judged(text: &str, probe: Finished) -> Judgement {
        let bench = Bench::new(&[("reject/dropped.rs", text)]);
        match Reject.next(&bench.context(), &[finished(Exit::Code(0), ""), probe]) {
            Step::Verdict(judgement) => judgement,
            Step::Run(specs) => panic!("it wants more: {specs:?}"),
        }
    }

    fn marked(lines: &[(usize, &str)]) -> String {
        let last = lines.iter().map(|(line, _)| *line).max().unwrap_or(1);
        let mark = |line| lines.iter().find(|(at, _)| *at == line).map_or("", |(_, mark)| mark);
        let lines: Vec<String> =
            (1..=last).map(|line| format!("// The text goes first. {}", mark(line))).collect();
        lines.join("\n")
    }

    fn recorded() -> Finished {
        let mut ended = finished(Exit::Code(1), "");
        ended.stderr.bytes = RECORDED.as_bytes().to_vec();
        ended
    }

    #[test]
    fn marks_are_read_with_their_alternatives() {
        let text = "let a = 1; //~ E0499|E0502\nlet b = 2;\nlet c = 3; //~ E0597 borrowed-too-long\n";
        let mark = |line, any_of: &[&str]| Mark {
            line,
            any_of: any_of.iter().map(|&code| code.to_owned()).collect(),
        };
        assert_eq!(
            marks(text),
            [mark(1, &["E0499", "E0502"]), mark(3, &["E0597"]), mark(3, &["borrowed-too-long"])]
        );
    }

    #[test]
    fn the_marked_refusal_is_a_pass_and_so_is_its_alternative() {
        for code in ["E0505", "E0597|E0505"] {
            let judgement = judged(&marked(&[(8, &format!("//~ {code}"))]), recorded());
            assert_eq!(judgement.verdict, Verdict::Passed, "{code}: {judgement:?}");
        }
    }

    #[test]
    fn another_line_another_code_one_too_many_or_none_is_no_pass() {
        for marks in [
            marked(&[(9, "//~ E0505")]),
            marked(&[(8, "//~ E0382")]),
            marked(&[(8, "//~ E0505"), (9, "//~ E0382")]),
            marked(&[(8, "//~ E0505 E0382")]),
            marked(&[(8, "")]),
        ] {
            let judgement = judged(&marks, recorded());
            assert_eq!(judgement.verdict, Verdict::Failed, "{marks}");
            assert_eq!(judgement.signatures.iter().collect::<Vec<_>>(), ["reject:dropped"]);
        }
        let mut two = recorded();
        two.stderr.bytes.extend(refusal(PATH, "E0382", 3).stderr.bytes);
        let judgement = judged(&marked(&[(8, "//~ E0505")]), two);
        assert!(judgement.detail.contains("E0382 on line 3"), "{}", judgement.detail);
    }

    #[test]
    fn a_probe_that_compiles_fails_even_if_it_marks_nothing() {
        let judgement = judged(&marked(&[(8, "//~ E0505")]), finished(Exit::Code(0), ""));
        assert_eq!(judgement.verdict, Verdict::Failed);
        assert!(judgement.reason.ends_with("reject/dropped.rs compiles"), "{}", judgement.reason);
        assert!(judgement.detail.contains("expected: it is refused with E0505 on line 8"));
        assert!(judgement.detail.contains("The text goes first."));
        assert_eq!(judged("fn main() {}\n", finished(Exit::Code(0), "")).verdict, Verdict::Failed);
        assert_eq!(judged("fn main() {}\n", finished(Exit::Code(1), "")).verdict, Verdict::Failed);
    }

    #[test]
    fn an_error_in_another_file_never_fits_a_mark() {
        let judgement =
            judged(&marked(&[(8, "//~ E0505")]), refusal("exercises/1_a/01_b/sum.rs", "E0505", 8));
        assert_eq!(judgement.verdict, Verdict::Failed);
        assert!(judgement.detail.contains("line 8 of exercises/1_a/01_b/sum.rs"), "{}", judgement.detail);
    }

    #[test]
    fn an_error_without_a_code_is_marked_by_its_key() {
        let mut keyed = finished(Exit::Code(1), "");
        let line = crate::check::fixtures::report(PATH, None, "lifetime may not live long enough", 2);
        keyed.stderr.bytes = line.into_bytes();
        let judgement = judged(&marked(&[(2, "//~ lifetime-may-not-live-long")]), keyed);
        assert_eq!(judgement.verdict, Verdict::Passed, "{judgement:?}");
    }

    #[test]
    fn an_error_in_the_learners_part_ends_it_before_any_probe() {
        let bench = Bench::new(&[("reject/dropped.rs", "fn main() {} //~ E0505\n")]);
        let library = refusal("exercises/1_a/01_b/sum.rs", "E0505", 1);
        let Step::Verdict(judgement) = Reject.next(&bench.context(), &[library]) else {
            panic!("it goes on")
        };
        assert_eq!(judgement.signatures.iter().collect::<Vec<_>>(), ["E0505@1"]);
    }

    #[test]
    fn limits_of_the_compiler_and_cancels_are_no_failure_of_the_learner() {
        let late = judged(&marked(&[(8, "//~ E0505")]), finished(Exit::TimedOut, ""));
        assert!(matches!(late.verdict, Verdict::TimedOut(60)), "{late:?}");
        let stopped = judged(&marked(&[(8, "//~ E0505")]), finished(Exit::Cancelled, ""));
        assert_eq!(stopped.verdict, Verdict::Cancelled);
    }

    #[test]
    fn without_probes_nothing_passes() {
        let bench = Bench::new(&[]);
        assert!(matches!(Reject.next(&bench.context(), &[]),
            Step::Verdict(judgement) if judgement.verdict == Verdict::Failed));
    }
}
