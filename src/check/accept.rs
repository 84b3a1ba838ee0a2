//! `accept`: each file in `accept/` compiles against the learner's part and runs to its end with 0. It must
//! not ask how the learner's part is written.

use super::probe::{self, Emit, Miss, Probe};
use super::{Check, Context, Step, build, run};
use crate::check::{Judgement, Verdict};
use crate::curriculum::Exercise;
use crate::process::{Exit, Finished};
use crate::toolchain::Tool;

/// The check word `accept`, and the directory of its probes.
const WORD: &str = "accept";

/// The check word `accept`.
pub struct Accept;

impl Check for Accept {
    fn name(&self) -> &'static str {
        WORD
    }

    fn passes_when(&self) -> &'static str {
        "every file in `accept/` compiles against the learner's part and runs to its end"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &["accept:<file>"]
    }

    fn tools(&self, _: &Exercise) -> Vec<Tool> {
        vec![Tool::Rustc]
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        let probes = probe::list(cx, WORD);
        if probes.is_empty() {
            return Step::Verdict(probe::none_there(WORD));
        }
        let Some((library, done)) = done.split_first() else {
            return Step::Run(vec![probe::library(cx)]);
        };
        if let Some(fault) = build::fault(cx, library) {
            return Step::Verdict(fault);
        }
        if done.len() < probes.len() {
            let compile = |probe| probe::compile(cx, WORD, probe, Emit::Program);
            return Step::Run(probes.iter().map(compile).collect());
        }
        let (built, ran) = done.split_at(probes.len());
        let runnable: Vec<&Probe> = probes
            .iter()
            .zip(built)
            .filter(|(_, built)| built.exit == Exit::Code(0))
            .map(|(p, _)| p)
            .collect();
        if ran.len() < runnable.len() {
            return Step::Run(runnable.iter().map(|probe| probe::execute(cx, WORD, probe)).collect());
        }
        Step::Verdict(judge(cx, &probes, built, ran))
    }

    fn speaks_at_once(&self) -> bool {
        false
    }
}

fn judge(cx: &Context<'_>, probes: &[Probe], built: &[Finished], ran: &[Finished]) -> Judgement {
    let mut ran = ran.iter();
    let mut misses = Vec::new();
    for (probe, built) in probes.iter().zip(built) {
        if let Some(judgement) = probe::unanswered(cx, probe, built) {
            return judgement;
        }
        let run = if built.exit == Exit::Code(0) { ran.next() } else { None };
        if run.is_some_and(|run| run.exit == Exit::Cancelled) {
            return Judgement::of(Verdict::Cancelled, "");
        }
        let miss = match run {
            None => Some(refused(probe, built)),
            Some(run) => ended(cx, run),
        };
        if let Some((came, words)) = miss {
            misses.push(Miss { probe, expected: "compiles and runs to its end".to_owned(), came, words });
        }
    }
    probe::verdict(WORD, probes.len(), &misses)
}

fn refused(probe: &Probe, built: &Finished) -> (String, String) {
    let errors = probe.errors(built);
    let Some(first) = errors.first() else {
        // The linker, or the compiler itself: what it said is all there is.
        let words = super::diagnostics::plain_lines(&built.stderr.text());
        return ("could not be built".to_owned(), words);
    };
    let named = super::reject::named(probe, first);
    let more = if errors.len() > 1 { format!(", and {} more", errors.len() - 1) } else { String::new() };
    (format!("is refused with {named}{more}"), first.rendered.clone())
}

fn ended(cx: &Context<'_>, run: &Finished) -> Option<(String, String)> {
    let words = run.stderr.text();
    match run.exit {
        Exit::Code(0) => None,
        Exit::Code(101) if words.contains("panicked at") => Some(("panics".to_owned(), words)),
        Exit::Code(code) => Some((format!("ends with exit code {code}"), words)),
        _ => {
            let odd = run::abnormal_end(cx, run, "");
            let reason = odd.map(|odd| odd.reason).unwrap_or_default();
            Some((format!("does not end by itself: {reason}"), words))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::{Bench, finished, refusal};

    const PROBE: &str = "// A result outlives its owner.\nfn main() {}\n";

    fn bench() -> Bench {
        Bench::new(&[("accept/kept.rs", PROBE), ("accept/later.rs", PROBE), ("reject/other.rs", PROBE)])
    }

    fn judged(done: &[Finished]) -> Judgement {
        match Accept.next(&bench().context(), done) {
            Step::Verdict(judgement) => judgement,
            Step::Run(specs) => panic!("it wants more: {specs:?}"),
        }
    }

    fn fine() -> Finished {
        finished(Exit::Code(0), "")
    }

    fn said(exit: Exit, stderr: &str) -> Finished {
        let mut ended = finished(exit, "");
        ended.stderr.bytes = stderr.as_bytes().to_vec();
        ended
    }

    #[test]
    fn the_part_is_a_library_and_each_probe_a_program_of_its_own() {
        let bench = bench();
        let cx = bench.context();
        let commands = |done: &[Finished]| match Accept.next(&cx, done) {
            Step::Run(specs) => specs,
            Step::Verdict(judgement) => panic!("{judgement:?}"),
        };
        let library = commands(&[]);
        assert!(library.len() == 1 && library[0].args.iter().any(|arg| arg == "rlib"), "{library:?}");
        let probes = commands(&[fine()]);
        assert_eq!(probes.len(), 2, "those in `reject` are not its own");
        assert!(probes.iter().all(|spec| spec.args.iter().any(|arg| arg == "sum=out/libsum.rlib")));
        assert!(probes.iter().all(|spec| !spec.args.iter().any(|arg| arg == "--test")));
        let refused = refusal("exercises/1_a/01_b/sum/accept/kept.rs", "E0597", 2);
        let runs = commands(&[fine(), refused, fine()]);
        assert_eq!(runs.len(), 1, "what was refused is not run");
        assert!(runs[0].program.to_string_lossy().contains("accept_later") && runs[0].confine.is_some());
    }

    #[test]
    fn all_compiled_and_run_is_a_pass() {
        assert_eq!(judged(&[fine(), fine(), fine(), fine(), fine()]).verdict, Verdict::Passed);
    }

    #[test]
    fn a_refused_probe_is_named_with_what_it_shows() {
        let refused = refusal("exercises/1_a/01_b/sum/accept/kept.rs", "E0597", 2);
        let failed = judged(&[fine(), refused, fine(), fine()]);
        assert_eq!(failed.verdict, Verdict::Failed);
        assert_eq!(failed.signatures.iter().collect::<Vec<_>>(), ["accept:kept"]);
        assert!(
            failed.reason.contains("accept/kept.rs is refused with E0597 on line 2"),
            "{}",
            failed.reason
        );
        assert!(failed.detail.contains("A result outlives its owner."), "{}", failed.detail);
    }

    #[test]
    fn a_probe_that_panics_or_ends_oddly_has_not_passed() {
        let panicked = said(Exit::Code(101), "thread 'main' panicked at probe.rs:2:5:\nnot yet");
        let failed = judged(&[fine(), fine(), fine(), panicked, said(Exit::Code(3), "")]);
        assert_eq!(failed.signatures.iter().collect::<Vec<_>>(), ["accept:kept", "accept:later"]);
        assert!(
            failed.detail.contains("it panics") && failed.detail.contains("not yet"),
            "{}",
            failed.detail
        );
        for (exit, words) in [
            (Exit::Code(3), "exit code 3"),
            (Exit::TimedOut, "10 s"),
            (Exit::Signal(6), "SIGABRT"),
            (Exit::OutOfMemory, "MiB"),
        ] {
            let failed = judged(&[fine(), fine(), fine(), said(exit, ""), fine()]);
            assert_eq!(failed.verdict, Verdict::Failed);
            assert!(failed.reason.contains(words), "{exit:?}: {}", failed.reason);
        }
    }

    #[test]
    fn an_error_in_the_learners_part_is_told_as_such() {
        let failed = judged(&[refusal("exercises/1_a/01_b/sum.rs", "E0106", 1)]);
        assert_eq!(failed.signatures.iter().collect::<Vec<_>>(), ["E0106@1"]);
    }

    #[test]
    fn limits_of_the_compiler_and_cancels_are_no_failure_of_the_learner() {
        let late = judged(&[fine(), said(Exit::TimedOut, ""), fine(), fine()]);
        assert!(matches!(late.verdict, Verdict::TimedOut(60)), "{late:?}");
        assert_eq!(judged(&[fine(), said(Exit::Cancelled, ""), fine(), fine()]).verdict, Verdict::Cancelled);
        let stopped = [fine(), fine(), fine(), said(Exit::Cancelled, ""), fine()];
        assert_eq!(judged(&stopped).verdict, Verdict::Cancelled);
    }

    #[test]
    fn without_probes_nothing_passes() {
        let bench = Bench::new(&[]);
        assert!(matches!(Accept.next(&bench.context(), &[]),
            Step::Verdict(judgement) if judgement.verdict == Verdict::Failed));
    }
}
