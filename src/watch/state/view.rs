//! The session as a [`Screen`]. It must not change anything.

use super::{Finding, Mode, Moment, State};
use crate::check::Word;
use crate::message::{KeyHelp, Message, Running, Screen, View};
use crate::progress::ExerciseState;
use crate::watch::keys::{self, Action};

/// More news than this is not read.
const NEWS: usize = 3;

/// The end of what a running program has printed is where it is now.
fn last_lines(printed: &[u8], count: usize) -> Vec<u8> {
    let mut ends = printed.iter().enumerate().rev().skip(1).filter(|(_, byte)| **byte == b'\n');
    let from = ends.nth(count.saturating_sub(1)).map_or(0, |(place, _)| place + 1);
    printed[from..].to_vec()
}

impl State {
    /// What is to be seen at this moment.
    #[must_use]
    pub fn screen(&self, now: Moment) -> Screen {
        let view = match &self.mode {
            Mode::Exercise | Mode::Ask => self.exercise_view(),
            Mode::Page(page) => View::Page(page.clone()),
            Mode::Keys => View::Keys(keys::BINDINGS.iter().map(|binding| binding.help).collect()),
            Mode::List(finder) => View::List(self.list(finder)),
        };
        let running = self.run.as_ref().filter(|run| run.is_of_text()).map(|run| Running {
            since: now.saturating_sub(run.began),
            below_is_older: self.shown.is_some() && run.errors.is_empty() && run.printed.is_empty(),
        });
        Screen {
            place: self.place(self.current).clone(),
            file: self.outline.files[self.current.0].clone(),
            topic_done: self.topic_done(),
            running,
            view,
            notices: self.news[self.news.len().saturating_sub(NEWS)..].to_vec(),
            prompt: self.prompt(),
            keys: self.footer(),
            scroll: self.scroll,
        }
    }

    fn exercise_view(&self) -> View {
        let mut found = Vec::new();
        let told = self.run.as_ref().filter(|run| !run.errors.is_empty() || !run.printed.is_empty());
        if let Some(run) = told {
            if !run.errors.is_empty() {
                found.push(Message::Diagnostics(run.errors.clone()));
            }
            if !run.printed.is_empty() {
                found.push(Message::Printed(last_lines(&run.printed, self.size.rows.saturating_sub(6))));
            }
        } else if let Some(shown) = &self.shown {
            found.push(match &shown.found {
                Finding::Report(report) => Message::Judged(report.clone()),
                Finding::Problem(problem) => Message::Problem(problem.clone()),
            });
        }
        let earlier = told.is_none() && self.shown.as_ref().is_some_and(|shown| shown.earlier);
        View::Exercise { hint: self.hint.clone(), found, earlier }
    }

    fn topic_done(&self) -> (usize, usize) {
        let Some((topic, _)) = self.line(self.current) else { return (0, 0) };
        let done = topic.exercises.iter().filter(|line| line.state == ExerciseState::Done).count();
        (done, topic.exercises.len())
    }

    fn prompt(&self) -> Option<String> {
        match &self.mode {
            Mode::Ask => Some(format!(
                "Bring the start of {} back? Yours is kept as a backup.",
                self.name(self.current)
            )),
            Mode::List(finder) if finder.typing => Some(format!("/{}", finder.filter)),
            _ => None,
        }
    }

    /// The keys that help most now. All of them work all the time.
    fn footer(&self) -> Vec<KeyHelp> {
        const SEARCH: KeyHelp = KeyHelp { label: "/", short: "search", long: "" };
        const GO: KeyHelp = KeyHelp { label: "Enter", short: "go there", long: "" };
        const CLEAR: KeyHelp = KeyHelp { label: "Esc", short: "all", long: "" };
        const YES: KeyHelp = KeyHelp { label: "y", short: "reset", long: "" };
        const NO: KeyHelp = KeyHelp { label: "any other key", short: "keep it", long: "" };
        match &self.mode {
            Mode::Ask => vec![YES, NO],
            Mode::List(finder) if finder.typing => vec![GO, CLEAR],
            Mode::List(_) => [vec![GO, SEARCH], keys::help(&[Action::Back, Action::Quit])].concat(),
            Mode::Page(_) | Mode::Keys => {
                keys::help(&[Action::Back, Action::PageDown, Action::PageUp, Action::Quit])
            }
            Mode::Exercise => keys::help(&self.helpful()),
        }
    }

    fn helpful(&self) -> Vec<Action> {
        let first: &[Action] = if self.has_passed() {
            &[Action::Next, Action::Compare, Action::List]
        } else if self.first_code().is_some() {
            &[Action::Hint, Action::Edit, Action::Explain, Action::Read, Action::List]
        } else {
            &[Action::Hint, Action::Edit, Action::Read, Action::List]
        };
        [first, &[Action::Keys, Action::Quit]].concat()
    }

    pub(super) fn has_passed(&self) -> bool {
        let word = self.shown.as_ref().map(|shown| match &shown.found {
            Finding::Report(report) => report.outcome.word(),
            Finding::Problem(_) => Word::Failed,
        });
        matches!(word, Some(Word::Passed | Word::Partial))
    }
}
