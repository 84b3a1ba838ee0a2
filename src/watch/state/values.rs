//! What goes into a session and what comes out of it. Values only: it must not decide anything.

use std::path::PathBuf;
use std::time::Duration;

use crate::check::{Diagnostic, Outcome};
use crate::curriculum::ExerciseId;
use crate::message::{Hint, Key, Map, Message, Page, Place, Problem, Report, Size};

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
