//! From what is written to what is used: defaults, directories, sets in place of lists. It must not
//! refuse anything; rules have spoken before, and their faults throw the result away.

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Duration;

use super::facts::{DocFacts, EmitFact, EmitKind, MachineKind, MachineRun, SourceFact, SourceRule};
use super::raw::{
    RawDoc, RawEmitFact, RawExercise, RawFact, RawLimits, RawMachineRun, RawOptions, RawSourceFact, RawStage,
    RawTopic, RawTrap, Word,
};
use super::{Claim, Exercise, Fact, Form, Limits, Options, Reading, Stage, Tier, Topic, Trap};

/// Stages and topics, topics by stage, with the directories that their places give them.
pub(super) fn map(stages: &[RawStage], topics: &[RawTopic]) -> (Vec<Stage>, Vec<Topic>) {
    let places: HashMap<_, _> =
        stages.iter().enumerate().map(|(place, stage)| (stage.id.get_ref().as_str(), place)).collect();
    let mut of_stage: Vec<Vec<&RawTopic>> = vec![Vec::new(); stages.len()];
    for topic in topics {
        if let Some(&stage) = places.get(topic.stage.get_ref().as_str()) {
            of_stage[stage].push(topic);
        }
    }
    let mut built = Vec::with_capacity(topics.len());
    for (stage, topics) in of_stage.into_iter().enumerate() {
        let stage_dir = format!("exercises/{}_{}", stage + 1, stages[stage].id.get_ref());
        for (place, raw) in topics.into_iter().enumerate() {
            let dir = format!("{stage_dir}/{:02}_{}", place + 1, raw.id.get_ref());
            built.push(topic(raw, stage, PathBuf::from(dir)));
        }
    }
    let stages = stages.iter().enumerate().map(|(place, raw)| Stage {
        id: raw.id.get_ref().clone(),
        number: place + 1,
        title: trimmed(&raw.title),
        goal: trimmed(&raw.goal),
    });
    (stages.collect(), built)
}

fn topic(raw: &RawTopic, stage: usize, dir: PathBuf) -> Topic {
    let reading = raw.reading.iter().map(|reading| Reading {
        title: trimmed(&reading.title),
        url: reading.url.get_ref().clone(),
        minutes: *reading.minutes.get_ref(),
    });
    Topic {
        id: raw.id.get_ref().clone(),
        stage,
        title: trimmed(&raw.title),
        requires: words(&raw.requires),
        reading: reading.collect(),
        dir,
    }
}

/// An exercise of the topic at this place, whose files lie in `dir`.
pub(super) fn exercise(raw: RawExercise, topic: usize, dir: &str, form: Form) -> Exercise {
    let name = raw.name.into_inner();
    let companions = format!("{dir}/{name}");
    let path = match form {
        Form::File => format!("{companions}.rs"),
        Form::Package => companions.clone(),
    };
    Exercise {
        formerly: owned(raw.formerly),
        topic,
        kind: raw.kind.into_inner(),
        tier: if raw.tier.get_ref() == "B" { Tier::B } else { Tier::A },
        minutes: raw.minutes.into_inner(),
        after: owned(raw.after),
        checks: owned(raw.checks.into_inner()),
        crates: owned(raw.crates),
        needs: owned(raw.needs),
        limits: limits(&raw.limits),
        deny: owned(raw.deny),
        permit: owned(raw.permit).into_iter().collect(),
        options: options(raw.options),
        fails_with: owned(raw.fails_with).into_iter().collect(),
        note: raw.note.as_ref().map(trimmed).unwrap_or_default(),
        hints: raw.hints.iter().map(trimmed).collect(),
        traps: raw.traps.into_iter().map(trap).collect(),
        form,
        solution: PathBuf::from(path.replacen("exercises", "solutions", 1)),
        path: PathBuf::from(path),
        companions: PathBuf::from(companions),
        locked: owned(raw.locked),
        step: raw.step.map(toml::Spanned::into_inner),
        carry: raw.carry.is_some(),
        source: raw.source.into_iter().map(source_fact).collect(),
        doc: doc_facts(raw.doc),
        emit: raw.emit.into_iter().map(emit_fact).collect(),
        machine: raw.machine.into_iter().map(machine_run).collect(),
        metadata: raw.metadata.into_iter().filter_map(fact).collect(),
        name,
    }
}

/// A fact with the one claim that it makes; rules have refused others.
fn fact(raw: RawFact) -> Option<Fact> {
    let of = |words: Vec<Word>| {
        let mut words = owned(words).into_iter();
        Some((words.next()?, words.collect::<Vec<_>>()))
    };
    let claim = if let Some(members) = raw.members {
        Claim::Members(owned(members))
    } else if let Some(words) = raw.depends {
        of(words).map(|(first, others)| Claim::Depends(first, others))?
    } else if let Some(words) = raw.free {
        of(words).map(|(first, others)| Claim::Free(first, others))?
    } else if let Some(words) = raw.inherits {
        of(words).map(|(first, others)| Claim::Inherits(first, others))?
    } else {
        of(raw.shared?).map(|(first, others)| Claim::Shared(first, others))?
    };
    Some(Fact { name: raw.fact.into_inner(), says: trimmed(&raw.says), claim })
}

fn trap(raw: RawTrap) -> Trap {
    Trap {
        fails: owned(raw.fails.into_inner()).into_iter().collect(),
        belief: raw.belief.into_inner(),
        says: trimmed(&raw.says),
        answer: raw.answer.map(Word::into_inner),
    }
}

fn source_fact(raw: RawSourceFact) -> SourceFact {
    let list = |list: Option<toml::Spanned<Vec<Word>>>| list.map(|list| owned(list.into_inner()));
    let rule = if let Some(patterns) = list(raw.require) {
        SourceRule::Require(patterns)
    } else if let Some(patterns) = list(raw.forbid) {
        SourceRule::Forbid { patterns, most: raw.most.map_or(0, toml::Spanned::into_inner) }
    } else if let Some(most) = raw.tokens {
        SourceRule::Tokens(most.into_inner())
    } else {
        SourceRule::SameAsStart { but_for: owned(raw.but_for) }
    };
    SourceFact {
        name: raw.fact.into_inner(),
        rule,
        within: raw.within.map(Word::into_inner),
        says: raw.says.as_ref().map(trimmed),
    }
}

fn doc_facts(raw: RawDoc) -> DocFacts {
    DocFacts { examples: owned(raw.examples), refusals: owned(raw.refusals) }
}

fn emit_fact(raw: RawEmitFact) -> EmitFact {
    EmitFact {
        name: raw.fact.into_inner(),
        kind: match raw.kind.get_ref().as_str() {
            "mir" => EmitKind::Mir,
            "symbols" => EmitKind::Symbols,
            _ => EmitKind::Asm,
        },
        function: raw.function.map(Word::into_inner),
        contains: owned(raw.contains),
        absent: owned(raw.absent),
        arch: owned(raw.arch),
        says: raw.says.as_ref().map(trimmed),
    }
}

/// More than any image of an exercise takes, and a second or two of interpreting.
const STEPS: u64 = 20_000_000;

fn machine_run(raw: RawMachineRun) -> MachineRun {
    MachineRun {
        name: raw.run.into_inner(),
        kind: MachineKind::of(raw.kind.get_ref()).unwrap_or(MachineKind::Wasm),
        session: raw.session.map(Word::into_inner),
        output: raw.output.map(Word::into_inner),
        input: raw.input.map(Word::into_inner).unwrap_or_default(),
        exit: raw.exit.map_or(0, toml::Spanned::into_inner),
        set: raw.set.into_iter().map(|(name, value)| (name, value.into_inner())).collect(),
        steps: raw.steps.map_or(STEPS, toml::Spanned::into_inner),
        says: raw.says.as_ref().map(trimmed),
    }
}

fn limits(raw: &RawLimits) -> Limits {
    let usual = Limits::default();
    let seconds = |value: &Option<toml::Spanned<u64>>, usual: Duration| {
        value.as_ref().map_or(usual, |seconds| Duration::from_secs(*seconds.get_ref()))
    };
    Limits {
        run: seconds(&raw.seconds, usual.run),
        build: seconds(&raw.build_seconds, usual.build),
        memory_mb: raw.memory_mb.as_ref().map_or(usual.memory_mb, |mb| *mb.get_ref()),
    }
}

fn options(raw: RawOptions) -> Options {
    let usual = Options::default();
    Options {
        editions: raw.editions.map_or(usual.editions, |list| owned(list.into_inner())),
        profiles: raw.profiles.map_or(usual.profiles, |list| owned(list.into_inner())),
        features: owned(raw.features),
        seeds: raw.seeds.map_or(usual.seeds, toml::Spanned::into_inner),
    }
}

/// The text without blank edges, which multi-line strings easily get, and with plain line ends.
pub(super) fn trimmed(text: &Word) -> String {
    let text = text.get_ref().trim();
    if text.contains('\r') { text.replace("\r\n", "\n") } else { text.to_owned() }
}

fn words(list: &[Word]) -> Vec<String> {
    list.iter().map(|word| word.get_ref().clone()).collect()
}

fn owned(list: Vec<Word>) -> Vec<String> {
    list.into_iter().map(Word::into_inner).collect()
}
