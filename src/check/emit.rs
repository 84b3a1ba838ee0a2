//! `emit`: named facts about what the compiler makes of the learner's part: its instructions, its middle
//! language, the names of its functions. All of it optimised. It must not rest on how a compiler spells a
//! name: mangled names are read, and nothing else is compared than what a fact names.

pub mod listing;

use super::build::{self, Variant};
use super::{Check, Context, Judgement, Step, Verdict};
use crate::curriculum::Exercise;
use crate::curriculum::facts::{EmitFact, EmitKind};
use crate::process::{CommandSpec, Finished};
use crate::toolchain::Tool;

/// Lines shown where something stands that should not.
const SHOWN: usize = 3;

/// The check word `emit`.
pub struct Emit;

impl Check for Emit {
    fn name(&self) -> &'static str {
        "emit"
    }

    fn passes_when(&self) -> &'static str {
        "every fact that the exercise names holds for the optimised instructions, the middle language or the symbols of the learner's part; facts about another architecture cannot be judged here"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &["emit:<fact>", "E0382@<line>", "source:<fact>"]
    }

    fn tools(&self, _: &Exercise) -> Vec<Tool> {
        vec![Tool::Rustc]
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        let Some(variant) = Variant::all(cx, false).into_iter().next() else {
            return Step::Verdict(Judgement::of(Verdict::Failed, "the exercise has no edition to build for"));
        };
        let kinds = kinds(&cx.exercise.emit);
        for (place, kind) in kinds.iter().enumerate() {
            match done.get(place) {
                None => return Step::Run(vec![command(cx, variant, *kind)]),
                Some(built) => {
                    if let Some(fault) = build::fault(cx, built) {
                        return Step::Verdict(fault);
                    }
                }
            }
        }
        let text = |kind: EmitKind| {
            let place = kinds.iter().position(|other| *other == kind)?;
            let bytes = done.get(place)?.files.get(std::path::Path::new(file(kind)))?;
            Some(String::from_utf8_lossy(bytes).into_owned())
        };
        Step::Verdict(judge(cx, &text))
    }
}

/// The kinds that these facts need, each once.
fn kinds(facts: &[EmitFact]) -> Vec<EmitKind> {
    let all = [EmitKind::Asm, EmitKind::Mir, EmitKind::Symbols];
    all.into_iter().filter(|kind| facts.iter().any(|fact| fact.kind == *kind)).collect()
}

fn file(kind: EmitKind) -> &'static str {
    match kind {
        EmitKind::Asm => "out/code.s",
        EmitKind::Mir => "out/code.mir",
        EmitKind::Symbols => "out/symbols.s",
    }
}

fn command(cx: &Context<'_>, variant: Variant<'_>, kind: EmitKind) -> CommandSpec {
    let form = if kind == EmitKind::Mir { "mir" } else { "asm" };
    let emit = format!("--emit={form}={}", file(kind));
    let mut more = vec![emit.as_str(), "-O", "-C", "codegen-units=1", "-C", "symbol-mangling-version=v0"];
    if kind == EmitKind::Asm {
        // Otherwise a small function is only there where somebody calls it, and has no code of its own.
        more.extend(["-C", "link-dead-code"]);
    }
    let mut spec = build::library(cx, variant, &more);
    spec.bring = vec![file(kind).into()];
    spec
}

fn judge(cx: &Context<'_>, text: &dyn Fn(EmitKind) -> Option<String>) -> Judgement {
    let here = arch(&cx.tools.host);
    let (ours, others): (Vec<&EmitFact>, Vec<&EmitFact>) =
        cx.exercise.emit.iter().partition(|fact| fact.arch.is_empty() || fact.arch.iter().any(|a| a == here));
    let breaches: Vec<(&EmitFact, Breach)> = ours
        .into_iter()
        .filter_map(|fact| Some((fact, breach(&cx.exercise.name, fact, text(fact.kind))?)))
        .collect();
    if let Some((first, breach)) = breaches.first() {
        let reason = first.says.clone().unwrap_or_else(|| breach.what.clone());
        let detail = if first.says.is_some() {
            format!("{}\n{}", breach.what, breach.shown)
        } else {
            breach.shown.clone()
        };
        return Judgement::of(Verdict::Failed, reason)
            .with_signatures(breaches.iter().map(|(fact, _)| format!("emit:{}", fact.name)))
            .with_detail(detail.trim_end());
    }
    let Some(other) = others.first() else { return Judgement::passed() };
    let tool = format!("a processor of the architecture {}", other.arch.join(" or "));
    let install = format!("judge it on a machine with {tool}");
    let reason = format!("`{}` speaks of {tool}; this one is {here}", other.name);
    Judgement::of(Verdict::Unavailable { tool, install }, reason)
}

/// The architecture of a target triple, in the words of `cfg(target_arch)`.
fn arch(triple: &str) -> &str {
    match triple.split('-').next().unwrap_or_default() {
        "i586" | "i686" => "x86",
        arm if arm.starts_with("arm") || arm.starts_with("thumb") => "arm",
        riscv if riscv.starts_with("riscv64") => "riscv64",
        other => other,
    }
}

struct Breach {
    what: String,
    shown: String,
}

fn breach(krate: &str, fact: &EmitFact, text: Option<String>) -> Option<Breach> {
    let text = text.unwrap_or_default();
    let (form, lines) = match fact.kind {
        EmitKind::Asm => ("instructions", listing::instructions(&text, krate, fact.function.as_deref())),
        EmitKind::Mir => ("middle language", listing::mir(&text, fact.function.as_deref())),
        EmitKind::Symbols => ("symbols", listing::symbols(&text)),
    };
    let place = fact.function.as_ref().map(|name| format!(" of `{name}`")).unwrap_or_default();
    if lines.is_empty() {
        let what =
            format!("there are no {form}{place}: is it still there, outside of tests, and not generic?");
        return Some(Breach { what, shown: String::new() });
    }
    let meets = |wanted: &str| lines.iter().filter(|line| line.contains(wanted)).collect::<Vec<_>>();
    if let Some(missing) = fact.contains.iter().find(|wanted| meets(wanted).is_empty()) {
        let what = format!("`{missing}` does not stand in the {form}{place}, and it should");
        return Some(Breach { what, shown: String::new() });
    }
    let there = fact.absent.iter().find(|unwanted| !meets(unwanted).is_empty())?;
    let found = meets(there);
    let shown = found.iter().take(SHOWN).map(|line| line.trim()).collect::<Vec<_>>().join("\n");
    let what = format!("`{there}` stands {} times in the {form}{place}, and should not", found.len());
    Some(Breach { what, shown })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::{Desk, finished};
    use crate::process::Exit;

    fn fact(kind: EmitKind, function: &str, contains: &[&str], absent: &[&str]) -> EmitFact {
        let list = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        EmitFact {
            name: "plain".to_owned(),
            kind,
            function: (!function.is_empty()).then(|| function.to_owned()),
            contains: list(contains),
            absent: list(absent),
            arch: Vec::new(),
            says: None,
        }
    }

    fn built(kind: EmitKind) -> Finished {
        let text = match kind {
            EmitKind::Mir => include_str!("../../tests/recorded/emit_sum.mir"),
            EmitKind::Asm | EmitKind::Symbols => include_str!("../../tests/recorded/emit_sum.s"),
        };
        let mut built = finished(Exit::Code(0), "");
        built.files.insert(file(kind).into(), text.as_bytes().to_vec());
        built
    }

    fn judged(facts: Vec<EmitFact>) -> Judgement {
        let mut desk = Desk::new("fn f() {}\n", "// == checks ==\nmod checks {}\n");
        let done: Vec<Finished> = kinds(&facts).into_iter().map(built).collect();
        desk.exercise.emit = facts;
        desk.verdict(&Emit, &done)
    }

    fn told(facts: Vec<EmitFact>) -> String {
        let judged = judged(facts);
        assert_eq!(judged.verdict, Verdict::Failed);
        assert_eq!(judged.signatures.iter().collect::<Vec<_>>(), ["emit:plain"]);
        format!("{}\n{}", judged.reason, judged.detail)
    }

    #[test]
    fn facts_about_one_function_are_read_from_its_own_instructions() {
        let checked = || fact(EmitKind::Asm, "sum3", &["panic_bounds_check"], &["grow_one"]);
        assert_eq!(judged(vec![checked()]).verdict, Verdict::Passed);
        let method = fact(EmitKind::Asm, "Ring::push", &["grow_one"], &["panic_bounds_check"]);
        assert_eq!(judged(vec![method]).verdict, Verdict::Passed);
        let said = told(vec![fact(EmitKind::Asm, "sum3", &[], &["panic_bounds_check"])]);
        assert!(
            said.starts_with("`panic_bounds_check` stands 3 times in the instructions of `sum3`"),
            "{said}"
        );
        assert!(said.contains("core::panicking::panic_bounds_check"), "{said}");
        let said = told(vec![fact(EmitKind::Asm, "sum_pre", &["no_such_thing"], &[])]);
        assert!(said.starts_with("`no_such_thing` does not stand"), "{said}");
    }

    #[test]
    fn a_function_that_is_not_there_meets_no_fact() {
        for kind in [EmitKind::Asm, EmitKind::Mir] {
            let said = told(vec![fact(kind, "sum4", &[], &["panic"])]);
            assert!(said.contains("there are no") && said.contains("`sum4`"), "{said}");
        }
    }

    #[test]
    fn the_middle_language_and_the_symbols_are_read_as_well() {
        let mir = fact(EmitKind::Mir, "deep", &["Mul(copy _1, const 3_u8)"], &["assert("]);
        let symbols = fact(EmitKind::Symbols, "", &["sum::Ring"], &["Ring>::pop"]);
        assert_eq!(judged(vec![mir, symbols]).verdict, Verdict::Passed);
        told(vec![fact(EmitKind::Mir, "sum3", &[], &["assert("])]);
        told(vec![fact(EmitKind::Symbols, "", &[], &["sum::sum3"])]);
    }

    #[test]
    fn the_authors_sentence_comes_first() {
        let mut spoken = fact(EmitKind::Asm, "sum3", &[], &["panic_bounds_check"]);
        spoken.says = Some("One check before the sum is enough.".to_owned());
        let said = told(vec![spoken]);
        assert!(
            said.starts_with("One check before the sum is enough.\n`panic_bounds_check` stands"),
            "{said}"
        );
    }

    #[test]
    fn another_machines_facts_are_unavailable_and_hide_no_failure() {
        let mut foreign = fact(EmitKind::Asm, "sum3", &[], &["panic_bounds_check"]);
        foreign.arch = vec!["aarch64".to_owned()];
        let judged = judged(vec![foreign.clone()]);
        assert!(matches!(&judged.verdict, Verdict::Unavailable { tool, .. } if tool.contains("aarch64")));
        assert!(judged.reason.contains("this one is x86_64"), "{}", judged.reason);
        foreign.name = "foreign".to_owned();
        told(vec![foreign, fact(EmitKind::Mir, "deep", &[], &["Mul"])]);
        assert_eq!(
            [arch("i686-pc-windows-msvc"), arch("riscv64gc-x-y"), arch("armv7-a-b")],
            ["x86", "riscv64", "arm"]
        );
    }

    #[test]
    fn what_does_not_compile_is_told_first() {
        let mut desk = Desk::new("fn f() {}\n", "// == checks ==\nmod checks {}\n");
        desk.exercise.emit = vec![fact(EmitKind::Asm, "f", &[], &["x"])];
        let judged = desk.verdict(&Emit, &[finished(Exit::Code(1), "")]);
        assert_eq!(judged.signatures.iter().collect::<Vec<_>>(), ["build"]);
        assert_eq!(desk.verdict(&Emit, &[finished(Exit::TimedOut, "")]).verdict, Verdict::TimedOut(60));
    }
}
