//! Every verdict from recorded output: builds that cargo reported, and machines that ended.

use std::collections::BTreeMap;

use super::*;
use crate::check::Sheet;
use crate::check::build::Externs;
use crate::check::fixtures::{exercise, finished, toolchain};
use crate::check::package::Files;
use crate::curriculum::Form;
use crate::process::Exit;

const NONCE: &str = "c0ffee";
const BUILT: &str = include_str!("../../../tests/recorded/cargo/machine_kernel.jsonl");
const MODULE: &str = include_str!("../../../tests/recorded/cargo/machine_module.jsonl");

fn run(name: &str, kind: MachineKind) -> MachineRun {
    let wasm = kind == MachineKind::Wasm;
    MachineRun {
        name: name.to_owned(),
        kind,
        session: wasm.then(|| "machine/session.txt".to_owned()),
        output: (!wasm).then(|| "machine/hello.txt".to_owned()),
        input: String::new(),
        exit: 0,
        set: Vec::new(),
        steps: 1000,
        says: None,
    }
}

/// A machine that ended with this report and printed that.
fn ended(end: End, printed: &str) -> Finished {
    let mut ran = finished(Exit::Code(0), printed);
    ran.stderr.bytes = format!("\n{}\n", Report { end, steps: 5 }.line(NONCE)).into_bytes();
    ran
}

/// The next step, given these runs and what has finished.
fn next(runs: Vec<MachineRun>, done: &[Finished]) -> Step {
    next_of(exercise(), runs, done)
}

fn next_of(exercise: Exercise, runs: Vec<MachineRun>, done: &[Finished]) -> Step {
    let exercise = Exercise { form: Form::Package, machine: runs, ..exercise };
    let (tools, env) = (toolchain(), BTreeMap::new());
    let package = Package {
        dir: "/home/ada/sum".into(),
        ..Package::new(&exercise, &Files::new(), &Files::new(), NONCE)
    };
    let sheet = Sheet::of_package(String::new(), &package);
    let file = |name: &str, text: &str| (exercise.companions.join(name), text.as_bytes().to_vec());
    let companions = [file("machine/hello.txt", "Hello\nworld\n"), file("machine/session.txt", "step()\n")]
        .into_iter()
        .collect();
    let cx = Context {
        exercise: &exercise,
        tools: &tools,
        sheet: &sheet,
        scratch: Path::new("/scratch"),
        companions: &companions,
        kit: None,
        externs: &Externs::default(),
        package: Some(&package),
        nonce: NONCE,
        salt: 7,
        env: &env,
        own: Path::new("/bin/cargo-roadmap"),
    };
    Machine.next(&cx, done)
}

fn verdict(runs: Vec<MachineRun>, done: &[Finished]) -> Judgement {
    match next(runs, done) {
        Step::Verdict(judgement) => judgement,
        Step::Run(specs) => panic!("it wants more: {specs:?}"),
    }
}

fn built() -> Finished {
    finished(Exit::Code(0), BUILT)
}

/// The judgement on one run of a kernel.
fn judged(ran: Finished) -> Judgement {
    verdict(vec![run("greets", MachineKind::Rv32)], &[built(), ran])
}

fn failures(judgement: &Judgement) -> Vec<&str> {
    judgement.signatures.iter().map(String::as_str).collect()
}

#[test]
fn it_builds_for_the_target_and_then_starts_our_own_program_under_limits() {
    let Step::Run(specs) = next(vec![run("greets", MachineKind::Rv32)], &[]) else {
        panic!("nothing is built")
    };
    assert!(specs[0].args.iter().any(|arg| arg == "riscv32i-unknown-none-elf"), "{:?}", specs[0].args);
    let runs = vec![run("greets", MachineKind::Rv32), run("again", MachineKind::Rv32)];
    let Step::Run(specs) = next(runs, &[built()]) else { panic!("nothing is run") };
    assert_eq!(specs.len(), 2);
    assert_eq!(specs[0].program, Path::new("/bin/cargo-roadmap"));
    assert!(specs[0].confine.is_some(), "it is limited like a learner's program");
    let order = Order::read(specs[0].args.clone().into_iter().skip(1)).unwrap();
    assert_eq!((order.kind, order.steps, order.salt), (MachineKind::Rv32, 1000, 7));
    assert!(order.image.ends_with("kernel"), "{}", order.image.display());
}

#[test]
fn a_module_comes_with_its_session() {
    let built = finished(Exit::Code(0), MODULE);
    let Step::Run(specs) = next(vec![run("steps", MachineKind::Wasm)], &[built]) else {
        panic!("nothing is run")
    };
    let order = Order::read(specs[0].args.clone().into_iter().skip(1)).unwrap();
    assert_eq!(order.session, "step()\n", "our own copy of it");
    assert!(order.image.ends_with("garden.wasm"), "{}", order.image.display());
}

#[test]
fn the_wanted_output_and_an_end_are_a_pass() {
    let passed = judged(ended(End::Ended(0), "Hello\nworld\n"));
    assert_eq!((passed.verdict, passed.output.as_str()), (Verdict::Passed, "Hello\nworld\n"));
}

#[test]
fn other_output_is_shown_at_the_first_line_that_differs() {
    let failed = judged(ended(End::Ended(0), "Hello\nmoon\n"));
    assert_eq!((failures(&failed), failed.verdict.clone()), (vec!["machine:greets"], Verdict::Failed));
    assert!(failed.reason.starts_with("the run `greets`: line 2 of the output"), "{}", failed.reason);
}

#[test]
fn the_wanted_output_without_an_end_is_no_pass() {
    for end in [End::Steps, End::Fault("at 0x0".to_owned()), End::Ended(3), End::Unmet("no".to_owned())] {
        let failed = judged(ended(end.clone(), "Hello\nworld\n"));
        assert_eq!(failures(&failed), ["machine:greets"], "{end:?}");
    }
    let without = judged(finished(Exit::Code(0), "Hello\nworld\n"));
    assert_eq!(failures(&without), ["crashed"], "no report, no pass");
    let mut forged = finished(Exit::Code(0), "Hello\nworld\n");
    forged.stderr.bytes = Report { end: End::Ended(0), steps: 1 }.line("other").into_bytes();
    assert_eq!(failures(&judged(forged)), ["crashed"]);
}

#[test]
fn faults_steps_codes_and_images_are_told() {
    let reason = |end| judged(ended(end, "Hel")).reason;
    assert!(
        reason(End::Fault("no instruction (at 0x80000000)".to_owned()))
            .contains("no instruction (at 0x80000000)")
    );
    assert!(reason(End::Steps).contains("still running after 1000 steps"));
    assert!(reason(End::Ended(3)).contains("code 3, and 0 was wanted"));
    assert!(reason(End::Refused("513 bytes".to_owned())).contains("513 bytes"));
    assert!(judged(ended(End::Steps, "Hel")).detail.contains("it had printed:\nHel"));
}

#[test]
fn the_authors_sentence_comes_first_and_all_runs_count() {
    let spoken =
        MachineRun { says: Some("Nobody has cleared it.".to_owned()), ..run("counts", MachineKind::Rv32) };
    let runs = vec![run("greets", MachineKind::Rv32), spoken.clone(), run("fine", MachineKind::Rv32)];
    let bad = || ended(End::Steps, "");
    let failed = verdict(runs, &[built(), bad(), bad(), ended(End::Ended(0), "Hello\nworld\n")]);
    assert_eq!(failures(&failed), ["machine:counts", "machine:greets"]);
    let failed = verdict(vec![spoken], &[built(), bad()]);
    assert_eq!(failed.reason, "the run `counts`: Nobody has cleared it.");
    assert!(failed.detail.starts_with("it was still running"), "{}", failed.detail);
}

#[test]
fn limits_signals_and_cancels_are_told_as_for_programs() {
    assert_eq!(judged(finished(Exit::TimedOut, "")).verdict, Verdict::TimedOut(10));
    assert_eq!(failures(&judged(finished(Exit::TimedOut, ""))), ["timed_out"]);
    assert_eq!(judged(finished(Exit::OutOfMemory, "")).verdict, Verdict::OutOfMemory(2048));
    assert!(matches!(judged(finished(Exit::Signal(11), "")).verdict, Verdict::Crashed(_)));
    let cancelled = judged(finished(Exit::Cancelled, ""));
    assert_eq!((cancelled.verdict, cancelled.reason.as_str()), (Verdict::Cancelled, ""));
}

#[test]
fn a_build_that_fails_is_told_with_its_target() {
    let said = include_str!("../../../tests/recorded/cargo/package_error.jsonl");
    let failed = verdict(vec![run("greets", MachineKind::Rv32)], &[finished(Exit::Code(101), said)]);
    assert_eq!(failures(&failed), ["E0308@2"]);
    assert!(
        failed.reason.starts_with("for riscv32i-unknown-none-elf: it does not compile"),
        "{}",
        failed.reason
    );
    let nothing = verdict(vec![run("greets", MachineKind::Rv32)], &[finished(Exit::Code(0), "")]);
    assert_eq!(failures(&nothing), ["machine:greets"]);
    assert!(
        verdict(vec![run("a", MachineKind::Wasm)], &[finished(Exit::Code(0), "")]).reason.contains("cdylib")
    );
}

#[test]
fn a_step_that_lacks_a_file_says_how_to_bring_it() {
    let said = include_str!("../../../tests/recorded/cargo/package_error.jsonl").replace("E0308", "E0583");
    let built = finished(Exit::Code(101), &said);
    let carried = Exercise { carry: true, ..exercise() };
    let reason = |exercise| match next_of(
        exercise,
        vec![run("plays", MachineKind::Wasm)],
        std::slice::from_ref(&built),
    ) {
        Step::Verdict(judgement) => judgement.reason,
        Step::Run(specs) => panic!("it wants more: {specs:?}"),
    };
    assert!(reason(carried).ends_with("`cargo roadmap carry sum` brings your own code of the step before"));
    assert!(!reason(exercise()).contains("carry"));
}

#[test]
fn the_targets_of_its_runs_are_its_tools() {
    let exercise = Exercise {
        machine: vec![run("a", MachineKind::Wasm), run("b", MachineKind::RealMode)],
        ..exercise()
    };
    let names: Vec<String> = Machine.tools(&exercise).iter().map(|tool| tool.name().to_owned()).collect();
    assert_eq!(names, ["rustc", "cargo", "wasm32-unknown-unknown", "x86_64-unknown-none"]);
    let missing = Tool::Target("wasm32-unknown-unknown".to_owned());
    assert_eq!(missing.install(), "rustup target add wasm32-unknown-unknown");
}
