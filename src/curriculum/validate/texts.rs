//! Rules for texts that learners are shown. They must not judge style.

use super::At;
use crate::curriculum::raw::{RawExercise, RawReading, Word};

/// Whether a character steers a terminal, or changes the order in which a line is read.
pub(in crate::curriculum) fn misleads(c: char) -> bool {
    let reorders = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}');
    reorders || (c.is_control() && c != '\n' && c != '\t')
}

/// A text of several lines that is printed as it is.
pub(in crate::curriculum) fn paragraph(text: &Word, of: &str, at: &mut At<'_>) {
    // A file with Windows' line ends is no attempt to steer the terminal.
    let bad = text.get_ref().replace("\r\n", "\n").chars().find(|&c| misleads(c));
    if let Some(bad) = bad {
        at.say(
            text.span(),
            format!("{of} holds the character {}, which terminals take for a command", bad.escape_default()),
            "write plain text; colours and marks are added by the program",
        );
    }
}

/// A text of one line that must say something.
pub(in crate::curriculum) fn line(text: &Word, of: &str, at: &mut At<'_>) {
    paragraph(text, of, at);
    if text.get_ref().trim().is_empty() {
        at.say(text.span(), format!("{of} is empty"), "say it in a few words");
    } else if text.get_ref().trim().contains(['\n', '\t']) {
        at.say(text.span(), format!("{of} has more than one line"), "lists show it in one line");
    }
}

/// Something to read: a title, a link that a browser may be given, a time.
pub(in crate::curriculum) fn reading(reading: &RawReading, at: &mut At<'_>) {
    line(&reading.title, "the title of a reading", at);
    paragraph(&reading.url, "a link", at);
    let url = reading.url.get_ref();
    let web = url.starts_with("https://") || url.starts_with("http://");
    // The link goes to the system's opener: only what cannot be anything else than an address may.
    let plain = |c: char| c.is_ascii_graphic() && !"\"'`<>\\^{|}".contains(c);
    let printed = url.is_empty();
    if !(printed || web && url.chars().all(plain)) {
        at.say(
            reading.url.span(),
            format!("`{url}` is not a web address"),
            "begin it with https:// and leave out spaces and quotes; a printed book has \"\"",
        );
    }
    if *reading.minutes.get_ref() == 0 {
        at.say(reading.minutes.span(), "nothing is read in 0 minutes", "estimate the minutes it takes");
    }
}

/// Everything an exercise says to its learner, and its note, which `author` prints.
pub(super) fn of_exercise(raw: &RawExercise, at: &mut At<'_>) {
    for hint in &raw.hints {
        paragraph(hint, "a hint", at);
        if hint.get_ref().trim().is_empty() {
            at.say(hint.span(), "a hint is empty", "write the hint, or take the empty text out of `hints`");
        }
    }
    if let Some(note) = &raw.note {
        paragraph(note, "the note", at);
    }
    for trap in &raw.traps {
        paragraph(&trap.says, "what a trap says", at);
        if trap.says.get_ref().trim().is_empty() {
            at.say(trap.says.span(), "a trap says nothing", "name the cause of the failure in a sentence");
        }
    }
}
