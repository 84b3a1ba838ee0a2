//! `verify`: many exercises at once, a table at the end, and what is mastered on record.

use std::collections::BTreeSet;
use std::path::Path;

use super::error::CommandError;
use super::ground::Ground;
use super::judging;
use super::site::Site;
use super::trust::{self, MayRun};
use crate::check::{Judgement, Outcome, Verdict, Word};
use crate::cli;
use crate::curriculum::ExerciseId;
use crate::engine::Job;
use crate::message::{Judged, Message, TopicLine, Verification};
use crate::output::Reporter;
use crate::process::{Cancel, Runner};
use crate::progress::states;
use crate::workspace::{Workspace, WorkspaceError};

/// Judges what was selected; everything that was started where nothing was.
pub fn run(
    ground: &Ground,
    reporter: &mut Reporter,
    runner: &dyn Runner,
    options: &cli::Verify,
) -> Result<u8, CommandError> {
    let mut site = match &options.dir {
        None => Site::open(ground, reporter)?,
        Some(dir) => foreign(ground, reporter, dir)?,
    };
    let chosen = choose(&site, options)?;
    if chosen.is_empty() {
        return nothing(reporter);
    }
    let may_run = trust::ask(ground, reporter, &site.set)?;
    let outcomes = judge(ground, &site, runner, options, &chosen, (reporter, may_run))?;
    if options.dir.is_none() {
        if let Some(reason) = judging::record(ground, &mut site, &outcomes, None)? {
            reporter.tell(&Message::News(reason))?;
        }
    } else {
        let now = ground.now();
        site.progress = crate::progress::Progress::default();
        for outcome in &outcomes {
            site.progress.record(outcome, now);
        }
    }
    let code = judging::exit_code(&outcomes);
    reporter.tell(&Message::Verified(Box::new(table(&site, &chosen, outcomes))))?;
    Ok(code)
}

/// Somebody else's workspace, judged by the set it names, or by ours.
fn foreign(ground: &Ground, reporter: &mut Reporter, dir: &Path) -> Result<Site, CommandError> {
    let root = ground.cwd.join(dir);
    match Workspace::open(root.clone()) {
        Ok(workspace) => Site::of(workspace, reporter),
        Err(WorkspaceError::Io { .. }) => Err(CommandError::NoWorkspace(root)),
        Err(error) => Err(error.into()),
    }
}

fn choose(site: &Site, options: &cli::Verify) -> Result<Vec<ExerciseId>, CommandError> {
    if options.selectors.is_empty() {
        let started = |id: &ExerciseId| {
            let entry = site.progress.entry(&site.curriculum.exercise(*id).name);
            entry.is_some_and(states::is_started)
        };
        let all = options.dir.is_some();
        return Ok(site.curriculum.order.iter().copied().filter(|id| all || started(id)).collect());
    }
    let mut wanted = BTreeSet::new();
    for selector in &options.selectors {
        wanted.extend(site.select(selector)?);
    }
    Ok(site.curriculum.order.iter().copied().filter(|id| wanted.contains(id)).collect())
}

fn nothing(reporter: &mut Reporter) -> Result<u8, CommandError> {
    let said = "Nothing was started yet; `cargo roadmap verify all` judges everything.";
    let empty = Verification {
        reports: Vec::new(),
        topics: Vec::new(),
        mastered: Vec::new(),
        nothing: Some(said.to_owned()),
    };
    reporter.tell(&Message::Verified(Box::new(empty)))?;
    Ok(super::code::PASSED)
}

fn judge(
    ground: &Ground,
    site: &Site,
    runner: &dyn Runner,
    options: &cli::Verify,
    chosen: &[ExerciseId],
    (reporter, may_run): (&mut Reporter, MayRun),
) -> Result<Vec<Outcome>, CommandError> {
    let tools = judging::toolchain(ground, site, runner)?;
    let engine = judging::engine(ground, site, runner, &tools, options.fresh, may_run)?;
    let mut slots: Vec<Result<usize, Outcome>> = Vec::new();
    let mut jobs: Vec<Job<'_>> = Vec::new();
    for &id in chosen {
        match site.workspace.read(site.curriculum.exercise(id)) {
            Ok(text) => {
                slots.push(Ok(jobs.len()));
                jobs.push(site.job(id, text)?);
            }
            Err(error @ (WorkspaceError::Missing(_) | WorkspaceError::NotText(_))) => {
                slots.push(Err(unreadable(&site.curriculum.exercise(id).name, &error)));
            }
            Err(error) => return Err(error.into()),
        }
    }
    let bar = reporter.bar(jobs.len());
    let mut judged = engine.judge_all(&jobs, ground.workers, &Cancel::new(), &|_| bar.inc(1)).into_iter();
    bar.finish_and_clear();
    let mut outcomes = Vec::with_capacity(slots.len());
    for slot in slots {
        match slot {
            Err(outcome) => outcomes.push(outcome),
            Ok(_) => match judged.next() {
                Some(outcome) => outcomes.push(outcome?),
                None => break,
            },
        }
    }
    Ok(outcomes)
}

/// A file that is not there has not passed, and the others are judged all the same.
fn unreadable(name: &str, error: &WorkspaceError) -> Outcome {
    let judgement = Judgement::of(Verdict::Failed, error.to_string()).with_signatures(["missing".to_owned()]);
    Outcome {
        exercise: name.to_owned(),
        checks: vec![crate::check::CheckResult {
            check: "compile".to_owned(),
            judgement,
            took: std::time::Duration::ZERO,
        }],
        notes: Vec::new(),
        source: String::new(),
        content: String::new(),
        toolchain: String::new(),
        trap: None,
        cached: false,
    }
}

fn table(site: &Site, chosen: &[ExerciseId], outcomes: Vec<Outcome>) -> Verification {
    let mut topics: Vec<TopicLine> = Vec::new();
    let mut mastered = Vec::new();
    for (place, topic) in site.curriculum.topics.iter().enumerate() {
        let state = states::topic(&site.curriculum, &site.progress, place);
        if state == crate::progress::State::Mastered {
            mastered.push(topic.id.clone());
        }
        let of_topic = chosen.iter().zip(&outcomes);
        let of_topic = of_topic.filter(|(id, _)| site.curriculum.exercise(**id).topic == place);
        let words: Vec<Word> = of_topic.map(|(_, outcome)| outcome.word()).collect();
        if !words.is_empty() {
            let passed = words.iter().filter(|word| matches!(word, Word::Passed | Word::Partial)).count();
            topics.push(TopicLine { title: topic.title.clone(), passed, judged: words.len(), state });
        }
    }
    let reports =
        chosen.iter().zip(outcomes).map(|(&id, outcome)| Judged { ids: site.ids(id), outcome }).collect();
    Verification { reports, topics, mastered, nothing: None }
}
