//! The session, purely: inputs in, effects out. It knows no clock (each input brings its moment), no disk, no
//! process and no screen; what it asks for is carried out by others, and their answers are inputs again.

mod finder;
mod press;
mod runs;
mod saves;
#[cfg(test)]
mod tests;
mod values;
mod view;

use std::collections::BTreeMap;

use crate::curriculum::ExerciseId;
use crate::message::{Hint, MapExercise, MapTopic, Message, Page, Place, Problem, Report, Size};
use crate::progress::ExerciseState;
use finder::Finder;
use runs::Run;

pub use values::{Content, Effect, Ending, Input, Moment, Outline, RunId, Told};

/// The session.
#[derive(Debug)]
pub struct State {
    outline: Outline,
    current: ExerciseId,
    /// What each file held when it was last looked at: an event that changes nothing starts nothing.
    seen: BTreeMap<ExerciseId, Content>,
    /// The saves of the last moments, to tell a person from a program that writes many files.
    recent: Vec<(ExerciseId, Moment)>,
    /// Where the session was before a save of the last moments moved it.
    left: Option<ExerciseId>,
    run: Option<Run>,
    /// Whether a newer save waits for the run that was let through.
    waiting: bool,
    /// Since when saves have been ending runs before their verdict.
    starving: Option<Moment>,
    /// What is judged ahead.
    preparing: Option<(RunId, ExerciseId)>,
    prepared: Option<ExerciseId>,
    last_id: u64,
    shown: Option<Shown>,
    hint: Option<Hint>,
    news: Vec<String>,
    mode: Mode,
    scroll: usize,
    most_scroll: usize,
    size: Size,
    /// A run that ended because the session was stopped, and begins anew with it.
    stopped_run: bool,
    over: bool,
}

/// What the last finished run has found.
#[derive(Clone, Debug)]
struct Shown {
    found: Finding,
    earlier: bool,
}

#[derive(Clone, Debug)]
enum Finding {
    Report(Box<Report>),
    Problem(Problem),
}

/// What the keys are for at the moment.
#[derive(Clone, Debug)]
enum Mode {
    Exercise,
    Page(Page),
    Keys,
    List(Finder),
    /// Whether to reset.
    Ask,
}

type Effects = Vec<Effect>;

impl State {
    /// A session at this exercise. `seen` is what the files hold now.
    #[must_use]
    pub fn new(
        outline: Outline,
        current: ExerciseId,
        seen: BTreeMap<ExerciseId, Content>,
        size: Size,
    ) -> Self {
        Self {
            outline,
            current,
            seen,
            recent: Vec::new(),
            left: None,
            run: None,
            waiting: false,
            starving: None,
            preparing: None,
            prepared: None,
            last_id: 0,
            shown: None,
            hint: None,
            news: Vec::new(),
            mode: Mode::Exercise,
            scroll: 0,
            most_scroll: 0,
            size,
            stopped_run: false,
            over: false,
        }
    }

    /// The exercise that is worked on.
    #[must_use]
    pub fn current(&self) -> ExerciseId {
        self.current
    }

    /// Takes one input, and says what is to be done. After a [`Effect::Quit`] nothing more is.
    pub fn update(&mut self, input: Input, now: Moment) -> Vec<Effect> {
        let mut fx = Effects::new();
        if self.over {
            return fx;
        }
        match input {
            Input::Begin => self.start(now, &mut fx),
            Input::Saved { exercise, content } => self.saved(exercise, content, now, &mut fx),
            Input::Key(key) => self.pressed(key, now, &mut fx),
            Input::Told(run, told) => self.told(run, told),
            Input::Done(run, outcome) => self.done(run, outcome, &mut fx),
            Input::Judged(run, report) => self.found(run, Finding::Report(report)),
            Input::Broken(run, problem) => self.found(run, Finding::Problem(problem)),
            Input::Map(map) => self.outline.map = *map,
            Input::Hint(hint) => {
                fx.push(Effect::Tell(Box::new(Message::Hint(hint.clone()))));
                self.hint = Some(hint);
                self.open(Mode::Exercise, &mut fx);
            }
            Input::Page(page) => self.open_page(page, &mut fx),
            Input::News(news) => self.say(news, &mut fx),
            Input::Resized(size) => {
                self.size = size;
                fx.push(Effect::Redraw);
            }
            Input::Tick => {}
            Input::Stop => self.stop(&mut fx),
            Input::Resumed => self.resume(now, &mut fx),
            Input::Ended => self.quit(Ending::Interrupted, &mut fx),
        }
        self.settle(now, &mut fx);
        draw_once(fx)
    }

    /// What was drawn had this many lines above and below the screen together.
    pub fn drawn(&mut self, most_scroll: usize) {
        self.most_scroll = most_scroll;
        self.scroll = self.scroll.min(most_scroll);
    }

    fn quit(&mut self, ending: Ending, fx: &mut Effects) {
        self.cancel_all(fx);
        self.over = true;
        fx.push(Effect::Quit(ending));
    }

    /// The terminal goes to the shell. A run would meet its time limit while nobody watches it.
    fn stop(&mut self, fx: &mut Effects) {
        self.stopped_run = self.run.is_some();
        self.cancel_all(fx);
        fx.push(Effect::Stop);
    }

    fn resume(&mut self, now: Moment, fx: &mut Effects) {
        fx.push(Effect::Redraw);
        if std::mem::take(&mut self.stopped_run) {
            self.start(now, fx);
        }
    }

    fn say(&mut self, news: String, fx: &mut Effects) {
        fx.push(Effect::Tell(Box::new(Message::News(news.clone()))));
        fx.push(Effect::Draw);
        self.news.push(news);
    }

    /// Makes another exercise the current one: what was known about the last is not about this.
    fn go_to(&mut self, exercise: ExerciseId, fx: &mut Effects) {
        self.cancel_run(fx);
        if self.preparing.is_some_and(|(_, ahead)| ahead != exercise) {
            self.cancel_ahead(fx);
        }
        self.current = exercise;
        self.shown = None;
        self.hint = None;
        self.starving = None;
        self.scroll = 0;
        fx.push(Effect::Current(exercise));
    }

    fn open(&mut self, mode: Mode, fx: &mut Effects) {
        self.mode = mode;
        self.scroll = 0;
        fx.push(Effect::Draw);
    }

    fn open_page(&mut self, page: Page, fx: &mut Effects) {
        let told = match &page {
            Page::Told(message) => vec![message.clone()],
            Page::Text { title, text } => vec![Message::News(format!("{title}\n\n{text}"))],
            Page::Beside { left, right } => {
                [left, right].map(|(title, text)| Message::News(format!("{title}\n\n{text}"))).to_vec()
            }
        };
        fx.extend(told.into_iter().map(|message| Effect::Tell(Box::new(message))));
        self.open(Mode::Page(page), fx);
    }

    fn place(&self, exercise: ExerciseId) -> &Place {
        &self.outline.places[exercise.0]
    }

    fn name(&self, exercise: ExerciseId) -> String {
        self.place(exercise).name.clone()
    }

    /// The map's line of an exercise, with its topic.
    fn line(&self, exercise: ExerciseId) -> Option<(&MapTopic, &MapExercise)> {
        let name = &self.place(exercise).name;
        let topics = self.outline.map.stages.iter().flat_map(|stage| &stage.topics);
        topics
            .flat_map(|topic| topic.exercises.iter().map(move |line| (topic, line)))
            .find(|(_, line)| line.name == *name)
    }

    fn is_done(&self, exercise: ExerciseId) -> bool {
        self.line(exercise).is_some_and(|(_, line)| line.state != ExerciseState::Pending)
    }

    /// The first undone exercise after the current one in this session, or before it.
    fn next_undone(&self) -> Option<ExerciseId> {
        let order = &self.outline.order;
        let here = order.iter().position(|&id| id == self.current).map_or(0, |place| place + 1);
        let (before, after) = order.split_at(here);
        after.iter().chain(before).copied().find(|&id| id != self.current && !self.is_done(id))
    }
}

/// One drawing at the end says everything.
fn draw_once(mut fx: Effects) -> Effects {
    let whole = fx.iter().any(|effect| matches!(effect, Effect::Redraw));
    let before = fx.len();
    fx.retain(|effect| !matches!(effect, Effect::Draw | Effect::Redraw));
    if fx.len() < before {
        fx.push(if whole { Effect::Redraw } else { Effect::Draw });
    }
    fx
}
