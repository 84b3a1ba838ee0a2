//! The session, purely: inputs in, effects out. It knows no clock (each input brings its moment), no disk, no
//! process and no screen; what it asks for is carried out by others, and their answers are inputs again.

mod finder;
mod press;
mod runs;
mod saves;
#[cfg(test)]
mod tests;
mod view;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use crate::check::{Diagnostic, Outcome};
use crate::curriculum::ExerciseId;
use crate::message::{Hint, Key, Map, MapExercise, MapTopic, Message, Page, Place, Problem, Report, Size};
use crate::progress::ExerciseState;
use finder::Finder;
use runs::Run;

/// The time since the session began.
pub type Moment = Duration;

/// What a file holds, as a hash; none where it is not there or not text.
pub type Content = Option<u64>;

/// Names one run, so that late words of a cancelled one are known for what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RunId(pub u64);

/// What happened.
#[derive(Clone, Debug)]
pub enum Input {
    /// The session begins.
    Begin,
    /// An exercise's file was written, renamed to, or touched.
    Saved {
        /// Which exercise.
        exercise: ExerciseId,
        /// What its file holds now.
        content: Content,
    },
    /// A key was pressed.
    Key(Key),
    /// A run has something to say before its end.
    Told(RunId, Told),
    /// A run has ended.
    Done(RunId, Box<Outcome>),
    /// A run could not be carried out; our trouble, not the learner's.
    Broken(RunId, Problem),
    /// The answer to [`Effect::Store`]: what there is to say about the outcome.
    Judged(RunId, Box<Report>),
    /// How far everything is now.
    Map(Box<Map>),
    /// The answer to [`Effect::Hint`].
    Hint(Hint),
    /// The answer to [`Effect::Explain`], [`Effect::Read`] and [`Effect::Compare`].
    Page(Page),
    /// News of somebody else's.
    News(String),
    /// The terminal has another size.
    Resized(Size),
    /// The moment of [`State::due`] has come.
    Tick,
    /// The system asks us to stop for a while (Ctrl-Z from outside).
    Stop,
    /// The terminal is ours again.
    Resumed,
    /// The system asks us to end (Ctrl-C from outside, SIGTERM, SIGHUP).
    Ended,
}

/// What a run says before its end.
#[derive(Clone, Debug)]
pub enum Told {
    /// The front end has found errors.
    Errors(Vec<Diagnostic>),
    /// Everything the learner's program has printed so far, capped.
    Printed(Vec<u8>),
}

/// What is to be done.
#[derive(Clone, Debug)]
pub enum Effect {
    /// End this run and all of its processes.
    Cancel(RunId),
    /// Judge the newest text of this exercise.
    Check(RunId, ExerciseId),
    /// Judge this exercise in the background, so that its verdict is known when it is asked for.
    Prepare(RunId, ExerciseId),
    /// Record the outcome, and answer with [`Input::Judged`].
    Store(RunId, Box<Outcome>),
    /// Remember that this exercise is the current one.
    Current(ExerciseId),
    /// Bring an exercise's start back; what is there is kept as a backup.
    Restore(ExerciseId),
    /// Give the next rung, and answer with [`Input::Hint`].
    Hint(ExerciseId),
    /// Open the learner's editor, at this line if one is known.
    Edit(ExerciseId, Option<usize>),
    /// Explain an error code.
    Explain(String),
    /// Open the reading.
    Read(ExerciseId),
    /// Show the learner's solution beside the reference.
    Compare(ExerciseId),
    /// Ask the system to stop us, and whoever runs with us in the foreground: it answers with [`Input::Stop`].
    AskToStop,
    /// Give the terminal back and stop until the shell lets us go on.
    Stop,
    /// Say this, where lines are appended in the place of a screen.
    Tell(Box<Message>),
    /// The screen has changed.
    Draw,
    /// The screen may hold anything; draw all of it.
    Redraw,
    /// End the session.
    Quit(Ending),
}

/// How a session ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// By a key for it.
    Asked,
    /// By Ctrl-C or a signal.
    Interrupted,
}

/// What the session knows of the set.
#[derive(Clone, Debug)]
pub struct Outline {
    /// Every exercise's place, by its id.
    pub places: Vec<Place>,
    /// Every exercise's file, absolute, by its id.
    pub files: Vec<PathBuf>,
    /// The exercises of this session in the order of study.
    pub order: Vec<ExerciseId>,
    /// How far everything is.
    pub map: Map,
}

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
    preparing: Option<RunId>,
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
        self.cancel_all(fx);
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
