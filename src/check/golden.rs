//! `golden`: what `main` prints equals `golden.txt`, line ends apart. It must not forgive anything else:
//! blanks at the end of a line are part of a text.

use std::fmt::Write as _;

use super::build::{self, Variant};
use super::run::abnormal_end;
use super::{Check, Context, Judgement, Step, Verdict};
use crate::curriculum::Exercise;
use crate::process::{Exit, Finished};
use crate::toolchain::Tool;

/// The companion that holds the wanted output.
pub const FILE: &str = "golden.txt";

/// Lines shown before the first that differs.
const CONTEXT: usize = 3;

/// The check word `golden`.
pub struct Golden;

impl Check for Golden {
    fn name(&self) -> &'static str {
        "golden"
    }

    fn passes_when(&self) -> &'static str {
        "`main` ends with 0 and prints exactly what stands in golden.txt, line ends apart, in every edition and profile"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &["golden", "exit:<code>", "timed_out", "out_of_memory", "crashed", "E0382@<line>", "source:<fact>"]
    }

    fn tools(&self, _: &Exercise) -> Vec<Tool> {
        vec![Tool::Rustc]
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        for (place, variant) in Variant::all(cx, false).into_iter().enumerate() {
            let Some(built) = done.get(2 * place) else {
                return Step::Run(vec![build::compile(cx, variant)]);
            };
            if let Some(fault) = build::fault(cx, built) {
                return Step::Verdict(variant.tell(cx, fault));
            }
            let Some(ran) = done.get(2 * place + 1) else {
                return Step::Run(vec![build::execute(cx, variant, Vec::new())]);
            };
            let judged = judge(cx, ran);
            if judged.verdict != Verdict::Passed {
                return Step::Verdict(variant.tell(cx, judged.with_output(ran.stdout.text())));
            }
        }
        let output = done.get(1).map(|ran| ran.stdout.text()).unwrap_or_default();
        Step::Verdict(Judgement::passed().with_output(output))
    }
}

fn judge(cx: &Context<'_>, ran: &Finished) -> Judgement {
    if let Some(abnormal) = abnormal_end(cx, ran, "") {
        return abnormal;
    }
    if let Exit::Code(code) = ran.exit
        && code != 0
    {
        return Judgement::of(Verdict::Failed, format!("`main` ends with exit code {code}"))
            .with_signatures([format!("exit:{code}")])
            .with_detail(ran.stderr.text().trim());
    }
    let wanted = cx.companions.get(&cx.exercise.companions.join(FILE)).map(|bytes| text(bytes));
    let printed = text(ran.stdout.text().as_bytes());
    match wanted.unwrap_or_default() {
        wanted if wanted == printed => Judgement::passed(),
        wanted => differs(&wanted, &printed),
    }
}

/// Line feeds only, and one at the end of what is not empty.
pub(super) fn text(bytes: &[u8]) -> String {
    let mut text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// What is wrong with what was printed, at the first line that differs.
pub(super) fn differs(wanted: &str, printed: &str) -> Judgement {
    let (theirs, ours): (Vec<&str>, Vec<&str>) = (printed.lines().collect(), wanted.lines().collect());
    let place = theirs.iter().zip(&ours).position(|(a, b)| a != b);
    let place = place.unwrap_or(theirs.len().min(ours.len()));
    let number = place + 1;
    let reason = match (theirs.get(place), ours.get(place)) {
        (Some(_), Some(_)) => format!("line {number} of the output is another one than wanted"),
        (None, _) => format!("the output ends where line {number} is still to come"),
        (Some(_), None) => format!("the output goes on in line {number}, where it should have ended"),
    };
    let mut shown = String::new();
    for (before, line) in theirs.iter().enumerate().take(place).skip(place.saturating_sub(CONTEXT)) {
        _ = writeln!(shown, "{:>5}          {line}", before + 1);
    }
    for (side, line) in [("wanted", ours.get(place)), ("printed", theirs.get(place))] {
        match line {
            Some(line) => _ = writeln!(shown, "{number:>5} {side:<8} {}", visible(line)),
            None => _ = writeln!(shown, "{number:>5} {side:<8} (nothing)"),
        }
    }
    Judgement::of(Verdict::Failed, reason)
        .with_signatures(["golden".to_owned()])
        .with_detail(shown.trim_end_matches('\n'))
}

/// A line with blanks at its end, or a stray carriage return, shows them.
fn visible(line: &str) -> String {
    if line.ends_with(char::is_whitespace) || line.contains(['\t', '\r']) {
        format!("{line:?}")
    } else {
        line.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::{Desk, finished};

    fn judged(wanted: &str, exit: Exit, printed: &str) -> Judgement {
        let desk = Desk::new("fn main() {}\n", "// == checks ==\n").with(FILE, wanted);
        desk.verdict(&Golden, &[finished(Exit::Code(0), ""), finished(exit, printed)])
    }

    fn failed(wanted: &str, printed: &str) -> (String, String) {
        let judged = judged(wanted, Exit::Code(0), printed);
        assert_eq!(judged.verdict, Verdict::Failed);
        assert_eq!(judged.signatures.iter().collect::<Vec<_>>(), ["golden"]);
        assert_eq!(judged.output, printed);
        (judged.reason, judged.detail)
    }

    #[test]
    fn line_ends_and_a_missing_last_one_do_not_count() {
        for printed in ["one\ntwo\n", "one\r\ntwo\r\n", "one\ntwo"] {
            assert_eq!(judged("one\ntwo\n", Exit::Code(0), printed).verdict, Verdict::Passed, "{printed:?}");
        }
        assert_eq!(judged("", Exit::Code(0), "").verdict, Verdict::Passed);
    }

    #[test]
    fn the_first_line_that_differs_is_shown_with_what_stands_before() {
        let (reason, detail) = failed("a\nb\nc\nd\ne\nf\n", "a\nb\nc\nd\nE\nF\n");
        assert_eq!(reason, "line 5 of the output is another one than wanted");
        assert_eq!(
            detail,
            "    2          b\n    3          c\n    4          d\n    5 wanted   e\n    5 printed  E"
        );
    }

    #[test]
    fn too_little_and_too_much_are_told_apart() {
        assert_eq!(failed("a\nb\n", "a\n").0, "the output ends where line 2 is still to come");
        assert!(failed("a\nb\n", "a\n").1.ends_with("printed  (nothing)"));
        assert_eq!(failed("a\n", "a\nb\n").0, "the output goes on in line 2, where it should have ended");
        assert_eq!(failed("a\n", "").0, "the output ends where line 1 is still to come");
        assert_eq!(failed("a\n", "a\n\n").0, "the output goes on in line 2, where it should have ended");
    }

    #[test]
    fn blanks_at_the_end_of_a_line_are_made_visible() {
        assert!(failed("a\n", "a \n").1.ends_with("printed  \"a \""));
    }

    #[test]
    fn how_the_program_ended_counts_before_what_it_printed() {
        let ended = judged("a\n", Exit::Code(3), "a\n");
        assert_eq!(ended.signatures.iter().collect::<Vec<_>>(), ["exit:3"]);
        assert_eq!(judged("a\n", Exit::TimedOut, "a\n").verdict, Verdict::TimedOut(10));
        assert_eq!(judged("a\n", Exit::OutOfMemory, "a\n").verdict, Verdict::OutOfMemory(2048));
        assert!(matches!(judged("a\n", Exit::Signal(11), "a\n").verdict, Verdict::Crashed(_)));
        assert_eq!(judged("a\n", Exit::Cancelled, "a\n").verdict, Verdict::Cancelled);
    }

    #[test]
    fn a_build_that_failed_is_told_as_such_and_every_variant_is_looked_at() {
        let mut desk = Desk::new("fn main() {}\n", "// == checks ==\n").with(FILE, "a\n");
        let broken = desk.verdict(&Golden, &[finished(Exit::Code(1), "")]);
        assert_eq!(broken.signatures.iter().collect::<Vec<_>>(), ["build"]);
        desk.exercise.options.profiles = vec!["debug".to_owned(), "release".to_owned()];
        let (built, good, bad) =
            (finished(Exit::Code(0), ""), finished(Exit::Code(0), "a\n"), finished(Exit::Code(0), "b\n"));
        assert!(matches!(Golden.next(&desk.cx(), &[built.clone(), good.clone()]), Step::Run(_)));
        let judged = desk.verdict(&Golden, &[built.clone(), good, built, bad]);
        assert!(judged.reason.ends_with("(edition 2024, release)"), "{}", judged.reason);
    }
}
