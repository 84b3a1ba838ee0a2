//! The machine contract, version 1: what it says is added to and never changed. ARCHITECTURE.md holds it;
//! a test compares the keys. The order of the fields below is the order on the wire.

mod changes;
mod author;
mod shapes;

use serde::Serialize;

use super::human;
use super::style::Style;
use crate::message::Message;
use author::{Mutated, Reviewed};
use changes::{Files, UpdateDone};
use shapes::{HintLine, List, Readings, Run, Solution, Tools, Trouble, Verify};

/// Puts the version in front of an answer.
#[derive(Serialize)]
struct Versioned<T> {
    version: u8,
    #[serde(flatten)]
    answer: T,
}

/// A message as one line of JSON; none where it is no answer. The last answer holds what the compiler
/// said and what the program printed.
#[must_use]
pub fn line(message: &Message) -> Option<String> {
    match message {
        Message::Judged(report) => object(Run::of(report)),
        Message::Verified(verification) => object(Verify::of(verification)),
        Message::Map(map) => object(List::of(map)),
        Message::Hint(hint) => object(HintLine::of(hint)),
        Message::Readings { topic, readings } => object(Readings::of(topic, readings)),
        Message::Solution { path, text } => object(Solution::of(path, text)),
        Message::Tools(lines) => object(Tools::of(lines)),
        Message::Reviewed(review) => object(Reviewed::of(review)),
        Message::Mutated(rows) => object(Mutated::of(rows)),
        Message::Problem(problem) => object(Trouble::of(problem)),
        Message::Made(made) => object(Files::of(made)),
        Message::Updated(update) => object(UpdateDone::of(update)),
        Message::News(_)
        | Message::Question(_)
        | Message::Checking(_)
        | Message::Diagnostics(_)
        | Message::Printed(_) => None,
    }
}

/// What is told in words besides, on the other stream, to whoever sits there.
#[must_use]
pub fn words(message: &Message) -> Option<String> {
    let is_said = match message {
        Message::News(_) | Message::Problem(_) => true,
        Message::Verified(verification) => verification.nothing.is_some(),
        _ => false,
    };
    is_said.then(|| human::text(message, &Style::plain(100)))
}

fn object<T: Serialize>(answer: T) -> Option<String> {
    // Strings, numbers and lists: serde_json has no reason to refuse them.
    let text = serde_json::to_string(&Versioned { version: 1, answer }).ok()?;
    Some(text + "\n")
}
