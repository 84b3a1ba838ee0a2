//! The map: stages as headings, topics as bars, exercises of the topics that were started.

use std::fmt::Write as _;

use crate::message::{Map, MapStage, MapTopic};
use crate::output::style::Style;
use crate::progress::{ExerciseState, State};

/// All stages and topics; the exercises of those that were started, and of the current one.
pub(super) fn map(map: &Map, style: &Style) -> String {
    let mut text = String::new();
    for (place, stage) in map.stages.iter().enumerate() {
        if place > 0 {
            text.push('\n');
        }
        let (done, all) = count(stage);
        let sum = if all == 0 { "no exercises yet".to_owned() } else { format!("{done} of {all}") };
        let title = style.bold(&format!("{} {}", place + 1, stage.title));
        let _ = writeln!(text, "{title}  {}", style.dim(&format!("{sum}, {}", stage.state.as_str())));
        for topic in &stage.topics {
            text.push_str(&topic_lines(map, topic, style));
        }
    }
    text.push('\n');
    text.push_str(&legend(style));
    text
}

fn count(stage: &MapStage) -> (usize, usize) {
    let exercises = stage.topics.iter().flat_map(|topic| &topic.exercises);
    exercises.fold((0, 0), |(done, all), exercise| {
        (done + usize::from(exercise.state == ExerciseState::Done), all + 1)
    })
}

fn topic_lines(map: &Map, topic: &MapTopic, style: &Style) -> String {
    let (title_width, bar_width) =
        if style.width < 60 { (style.width.saturating_sub(22).max(10), 6) } else { (40, 20) };
    let done = topic.exercises.iter().filter(|exercise| exercise.state == ExerciseState::Done).count();
    let all = topic.exercises.len();
    let title = console::truncate_str(&topic.title, title_width, "…");
    let title = console::pad_str(&title, title_width, console::Alignment::Left, None).into_owned();
    let sum = if all == 0 { style.dim("later") } else { format!("{done:>2}/{all}") };
    let mut text = format!(
        "  {} {title} {} {sum}\n",
        coloured_mark(topic.state, style),
        style.bar(done, all, bar_width)
    );
    let holds_current = topic.exercises.iter().any(|exercise| Some(&exercise.name) == map.current.as_ref());
    if topic.state == State::Started || holds_current {
        for exercise in &topic.exercises {
            let current = if Some(&exercise.name) == map.current.as_ref() {
                style.warn(" <- current")
            } else {
                String::new()
            };
            let changed = if exercise.changed { style.dim(" (changed since)") } else { String::new() };
            let mark = style.exercise_mark(exercise.state);
            let _ = writeln!(text, "      {mark} {}{changed}{current}", exercise.name);
        }
    }
    text
}

fn coloured_mark(state: State, style: &Style) -> String {
    let mark = style.mark(state);
    match state {
        State::Untouched => style.dim(mark),
        State::Started => style.warn(mark),
        State::Complete | State::Mastered => style.good(mark),
    }
}

/// The marks are explained where they are shown.
fn legend(style: &Style) -> String {
    let states = [State::Untouched, State::Started, State::Complete, State::Mastered];
    let words: Vec<String> =
        states.iter().map(|&state| format!("{} {}", style.mark(state), state.as_str())).collect();
    format!("{}\n", style.dim(&words.join("   ")))
}
