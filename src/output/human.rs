//! Words for people. Each message becomes a text; who prints it and where is not decided here. Every
//! text that is not ours goes through [`Style::word`] or [`Style::clean`] before it is shown.

mod changes;
mod author;
mod compiler;
mod doctor;
mod list;
mod report;
mod rows;
mod verify;
mod words;

pub(super) use compiler::rows;

use super::style::Style;
use super::wrap;
use crate::message::Message;

/// Lines of a text, without their ends.
type Lines = Vec<String>;

/// What the program is called in the commands that we propose.
const PROGRAM: &str = "cargo roadmap";

/// A message as text, ending with a line end.
#[must_use]
pub fn text(message: &Message, style: &Style) -> String {
    match message {
        Message::News(news) => words::news(style, news),
        Message::Question(question) => style.clean(question).trim_end().to_owned() + " ",
        Message::Problem(problem) => words::problem(style, problem),
        Message::Checking(place) => words::checking(style, place),
        Message::Diagnostics(found) => compiler::compiler(style, found, style.height).join("\n") + "\n",
        Message::Printed(bytes) => style.clean(&String::from_utf8_lossy(bytes)),
        Message::Judged(judged) => report::text(style, judged, report::By::Commands),
        Message::Verified(verification) => verify::text(style, verification),
        Message::Map(map) => list::text(style, map),
        Message::Hint(hint) => words::hint(style, hint),
        Message::Readings { topic, readings } => words::readings(style, topic, readings),
        Message::Solution { path, text } => words::solution(style, path, text),
        Message::Made(made) => changes::made(style, made),
        Message::Updated(update) => changes::updated(style, update),
        Message::Tools(lines) => doctor::text(style, lines),
        Message::Reviewed(review) => author::review(style, review),
        Message::Mutated(rows) => author::mutants(style, rows),
    }
}

/// A message inside a session: what to type next is left out, since keys do it there.
#[must_use]
pub(super) fn in_session(message: &Message, style: &Style) -> String {
    match message {
        Message::Judged(judged) => report::text(style, judged, report::By::Keys),
        Message::Hint(hint) => words::hint_in_session(style, hint),
        other => text(other, style),
    }
}

/// A command of ours for this exercise, as the user would type it.
fn command(style: &Style, verb: &str, name: &str) -> String {
    format!("{PROGRAM} {verb} {}", style.word(name))
}

/// Words and the command they speak of: on one line where that fits. A command is never broken, so that
/// it can be copied.
fn with_command(style: &Style, words: &str, command: &str) -> String {
    let one = format!("{words} {command}");
    if console::measure_text_width(&one) <= style.columns() {
        return one + "\n";
    }
    wrap::hang("", words, style.columns()) + &format!("  {command}\n")
}
