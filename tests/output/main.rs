//! Every message in every format, at three widths, with and without colour.

mod contract;
mod messages;
mod screens;

use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use cargo_roadmap::message::Message;
use cargo_roadmap::output::{Format, Reporter, Style, human, is_closed_pipe, json};

fn style(width: usize) -> Style {
    Style { colour: false, unicode: true, width, height: 60, hyperlinks: false, tags: false }
}

/// Escapes as something that can be seen in a snapshot.
fn visible(text: &str) -> String {
    text.replace('\u{1b}', "␛")
}

#[test]
fn people_read_this() {
    for (name, message) in messages::all() {
        let mut shown = String::new();
        for width in [40, 80, 120] {
            let _ = write!(shown, "=== {width} columns\n{}", human::text(&message, &style(width)));
        }
        let _ = write!(shown, "=== ASCII, 80 columns\n{}", human::text(&message, &Style::plain(80)));
        let rich = Style { colour: true, hyperlinks: true, ..style(80) };
        let _ = write!(shown, "=== colour, 80 columns\n{}", visible(&human::text(&message, &rich)));
        insta::assert_snapshot!(format!("human_{name}"), shown);
    }
}

#[test]
fn programs_read_this() {
    for (name, message) in messages::all() {
        if let Some(line) = json::line(&message) {
            assert_eq!(line.matches('\n').count(), 1, "{name}: one line each");
            insta::assert_snapshot!(format!("json_{name}"), line);
        }
    }
}

#[test]
fn ascii_is_ascii_and_no_line_of_ours_is_too_long() {
    for (name, message) in messages::all() {
        let plain = human::text(&message, &Style::plain(80));
        // Texts of the set and the compiler keep their own characters.
        let ours = !matches!(&message, Message::Judged(_) | Message::Diagnostics(_) | Message::Printed(_));
        assert!(!ours || plain.is_ascii(), "{name}: {plain}");
        for width in [40, 80, 120, 200] {
            let text = human::text(&message, &style(width));
            // The answer to a question is typed behind it.
            let is_question = matches!(message, Message::Question(_));
            assert!(text.ends_with('\n') || is_question || matches!(message, Message::Printed(_)), "{name}");
            assert!(
                is_question || text.lines().all(|line| line.trim_end() == line),
                "{name}: blanks at the end\n{text}"
            );
            if matches!(name, "list" | "verify" | "verify_passed" | "doctor_ready") {
                let longest = text.lines().map(console::measure_text_width).max();
                assert!(longest <= Some(width), "{name} at {width}: {longest:?}\n{text}");
            }
        }
    }
}

#[test]
fn colour_never_carries_a_meaning_alone() {
    for (name, message) in messages::all() {
        let coloured = human::text(&message, &Style { colour: true, ..style(80) });
        let bare = console::strip_ansi_codes(&coloured).into_owned();
        assert_eq!(bare, human::text(&message, &style(80)), "{name}");
    }
}

#[test]
fn a_report_is_at_most_one_screen() {
    for (name, message) in messages::long() {
        let text = human::text(&message, &style(80));
        assert!(text.lines().count() <= 60, "{name}: {} lines", text.lines().count());
        assert!(text.contains("lines left out"), "{name}: {text}");
        assert!(text.contains("cargo roadmap run"), "{name}: the end is still there");
    }
}

#[test]
fn control_characters_of_strangers_do_nothing() {
    for colour in [false, true] {
        for (name, message) in messages::evil() {
            let text = human::text(&message, &Style { colour, ..style(80) });
            let without_colours = remove_colours(&text);
            let odd = without_colours.chars().find(|c| c.is_control() && *c != '\n' && *c != '\t');
            assert_eq!(odd, None, "{name}: {}", visible(&text));
            assert!(!text.contains('\u{202e}'), "{name}");
        }
    }
}

fn remove_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('m') {
            Some((numbers, rest)) if numbers.chars().all(|c| c.is_ascii_digit() || ";:".contains(c)) => {
                kept += rest;
            }
            _ => kept.extend(["\u{1b}[", part]),
        }
    }
    kept
}

/// A stream whose text can be read afterwards, or that nobody reads.
#[derive(Clone, Default)]
struct Stream {
    text: Arc<Mutex<Vec<u8>>>,
    closed: bool,
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.closed {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        self.text.lock().expect("nobody panics here").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Stream {
    fn is_empty(&self) -> bool {
        self.text.lock().expect("nobody panics here").is_empty()
    }
}

#[test]
fn answers_and_words_go_to_different_streams() {
    let human = |quiet| Format::Human { out: style(80), err: style(80), quiet };
    for (name, message) in messages::all() {
        let written = |format| {
            let (out, err) = (Stream::default(), Stream::default());
            let mut reporter = Reporter::onto(Box::new(out.clone()), Box::new(err.clone()), format);
            reporter.tell(&message).unwrap();
            (!out.is_empty(), !err.is_empty())
        };
        let expected = match &message {
            Message::News(_) | Message::Checking(_) => [(false, true), (false, false)],
            Message::Problem(_) | Message::Question(_) => [(false, true); 2],
            _ => [(true, false); 2],
        };
        assert_eq!([written(human(false)), written(human(true))], expected, "{name}");
        let words = matches!(name, "news" | "problem" | "verify_nothing");
        assert_eq!(written(Format::Json), (json::line(&message).is_some(), words), "{name}");
    }
}

#[test]
fn a_closed_pipe_can_be_told_from_other_errors() {
    let closed = Stream { closed: true, ..Stream::default() };
    for format in [Format::Human { out: style(80), err: style(80), quiet: false }, Format::Json] {
        let mut reporter = Reporter::onto(Box::new(closed.clone()), Box::new(closed.clone()), format);
        let (_, map) = messages::all().into_iter().find(|(name, _)| *name == "list").unwrap();
        assert!(is_closed_pipe(&reporter.tell(&map).unwrap_err()));
    }
    assert!(!is_closed_pipe(&io::ErrorKind::StorageFull.into()));
}
