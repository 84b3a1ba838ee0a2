//! The map: stages as headings, topics as bars, and beneath a topic that was started its exercises. It
//! must not leave out where the learner is.

use std::fmt::Write;

use super::super::style::{Style, Symbol, Tone, of_exercise, of_state};
use super::report::stated;
use super::rows::{Row, Rows};
use super::{PROGRAM, command, with_command};
use crate::message::{Map, MapExercise, MapStage, MapTopic};
use crate::progress::{ExerciseState, State};

/// All stages and topics; the exercises of those that were started, and of the current one.
pub(super) fn text(style: &Style, map: &Map) -> String {
    let topics = || map.stages.iter().flat_map(|stage| &stage.topics);
    let rows = Rows::new(style, topics().map(|topic| topic.exercises.len()).max().unwrap_or(0));
    let mut text = String::new();
    for (place, stage) in map.stages.iter().enumerate() {
        text += &heading(style, place + 1, stage);
        for topic in &stage.topics {
            text += &topic_lines(style, &rows, map, topic);
        }
        text.push('\n');
    }
    let (done, of) = count(topics());
    let sum = format!("{done} of {of} exercises done.");
    let _ = writeln!(text, "{}", style.paint(Tone::Strong, &sum));
    if let Some(current) = &map.current {
        let name = style.paint(Tone::Strong, &style.word(current));
        text += &with_command(style, &format!("You are at {name}:"), &command(style, "run", current));
    } else if of > 0 && done == of {
        text += "Nothing is left to do here.\n";
    } else {
        let _ = writeln!(text, "Begin with {PROGRAM} watch");
    }
    text + &legend(style)
}

fn heading(style: &Style, number: usize, stage: &MapStage) -> String {
    let (done, of) = count(stage.topics.iter());
    let title = style.paint(Tone::Strong, &format!("{number} {}", style.word(&stage.title)));
    let dot = style.symbol(Symbol::Dot);
    let rest = if of == 0 {
        style.paint(Tone::Faint, "no exercises yet")
    } else {
        format!("{done} of {of} {dot} {}", stated(style, stage.state))
    };
    let line = format!("{title} {dot} {rest}");
    if console::measure_text_width(&line) <= style.columns() {
        line + "\n"
    } else {
        format!("{title}\n  {rest}\n")
    }
}

fn count<'a>(topics: impl Iterator<Item = &'a MapTopic>) -> (usize, usize) {
    topics.flat_map(|topic| &topic.exercises).fold((0, 0), |(done, of), exercise| {
        (done + usize::from(exercise.state == ExerciseState::Done), of + 1)
    })
}

fn topic_lines(style: &Style, rows: &Rows, map: &Map, topic: &MapTopic) -> String {
    if topic.exercises.is_empty() {
        return rows.empty(style, &topic.title, "no exercises yet");
    }
    let is_current = |exercise: &MapExercise| Some(&exercise.name) == map.current.as_ref();
    let (done, of) = count(std::iter::once(topic));
    let mut text = rows.line(style, &Row { title: &topic.title, state: topic.state, done, of });
    if topic.state == State::Started || topic.exercises.iter().any(is_current) {
        for exercise in &topic.exercises {
            text += &exercise_line(style, exercise, is_current(exercise));
        }
    }
    text
}

fn exercise_line(style: &Style, exercise: &MapExercise, is_current: bool) -> String {
    let (symbol, tone) = of_exercise(exercise.state);
    let arrow = if is_current { style.symbol(Symbol::Current) } else { " " };
    let name = style.word(&exercise.name);
    let name = if is_current { style.paint(Tone::Strong, &name) } else { name };
    let mut remarks = Vec::new();
    if exercise.state == ExerciseState::Pending && exercise.minutes > 0 {
        remarks.push(format!("{} min", exercise.minutes));
    }
    if exercise.state == ExerciseState::Partial {
        remarks.push("in part".to_owned());
    }
    if exercise.changed {
        remarks.push("changed since".to_owned());
    }
    if exercise.tier == 'B' {
        remarks.push("second pass".to_owned());
    }
    let remarks = match remarks.join(", ") {
        none if none.is_empty() => String::new(),
        some => format!("  {}", style.paint(Tone::Faint, &some)),
    };
    let symbol = style.paint(tone, style.symbol(symbol));
    format!("   {} {symbol} {name}{remarks}\n", style.paint(Tone::Strong, arrow))
}

/// The symbols are explained where they are shown.
fn legend(style: &Style) -> String {
    let states = [State::Untouched, State::Started, State::Complete, State::Mastered];
    let words = states.map(|state| format!("{} {}", style.symbol(of_state(state).0), state.as_str()));
    let one = words.join("   ");
    let lines = if console::measure_text_width(&one) <= style.columns() {
        one
    } else {
        format!("{}\n{}", words[..2].join("   "), words[2..].join("   "))
    };
    lines.lines().map(|line| style.paint(Tone::Faint, line) + "\n").collect::<Vec<_>>().concat()
}
