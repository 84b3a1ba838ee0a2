//! A session's screen at the sizes that people have.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use cargo_roadmap::message::{KeyHelp, List, ListRow, Message, Page, Place, Running, Screen, Size, View};
use cargo_roadmap::output::Style;
use cargo_roadmap::output::screen::{Painter, frame};
use cargo_roadmap::progress::{ExerciseState, State};

use crate::{messages, style, visible};

const SIZES: [(usize, usize); 3] = [(40, 20), (80, 24), (200, 50)];

fn key(label: &'static str, short: &'static str) -> KeyHelp {
    KeyHelp { label, short, long: "what it does in a sentence that may be long" }
}

fn screen(view: View) -> Screen {
    let keys = [
        ("h", "hint"),
        ("e", "edit"),
        ("x", "explain"),
        ("o", "read"),
        ("l", "list"),
        ("?", "keys"),
        ("q", "quit"),
    ];
    Screen {
        place: Place {
            name: "borrowed_shelf".to_owned(),
            file: PathBuf::from("roadmap/exercises/1_core/02_ownership/borrowed_shelf.rs"),
            topic: "Ownership, borrowing, lifetimes".to_owned(),
            number: 7,
            of: 220,
        },
        file: PathBuf::from("/home/ada/roadmap/exercises/1_core/02_ownership/borrowed_shelf.rs"),
        topic_done: (2, 7),
        running: None,
        view,
        notices: Vec::new(),
        prompt: None,
        keys: keys.map(|(label, short)| key(label, short)).to_vec(),
        scroll: 0,
    }
}

fn found(name: &str) -> View {
    let message = messages::all().into_iter().find(|(known, _)| *known == name).expect(name).1;
    View::Exercise { hint: None, found: vec![message], earlier: false }
}

fn list() -> View {
    let mut rows = Vec::new();
    for (title, names) in [("Ownership", ["one", "two", "three"]), ("Traits", ["four", "five", "six"])] {
        rows.push(ListRow::Topic { title: title.to_owned(), state: State::Started, done: 1, of: 3 });
        for name in names {
            let state = if name == "one" { ExerciseState::Done } else { ExerciseState::Pending };
            rows.push(ListRow::Exercise {
                name: name.to_owned(),
                state,
                minutes: 15,
                current: name == "two",
            });
        }
    }
    View::List(List { rows, chosen: 2, filter: String::new(), found: 6 })
}

fn beside() -> View {
    let yours = "fn longest(text: &str) -> &str {\n    text.split(' ').max_by_key(|word| word.len()).unwrap_or(\"\")\n}";
    let left = ("Yours".to_owned(), yours.to_owned());
    View::Page(Page::Beside {
        left,
        right: ("The reference".to_owned(), format!("// Why so: one pass.\n{yours}")),
    })
}

fn all() -> Vec<(&'static str, Screen)> {
    let running = Some(Running { since: Duration::from_millis(2300), below_is_older: true });
    let printed =
        View::Exercise { hint: None, found: vec![Message::Printed(b"one\ntwo\n".to_vec())], earlier: false };
    let keys = View::Keys(screen(list()).keys);
    vec![
        ("failed", screen(found("run_compile_error"))),
        (
            "passed",
            Screen {
                notices: vec!["You edited borrowed_shelf: it is the current one now.".to_owned()],
                ..screen(found("run_passed"))
            },
        ),
        ("checking", Screen { running: running.clone(), ..screen(found("run_compile_error")) }),
        ("printing", Screen { running, ..screen(printed) }),
        ("list", screen(list())),
        ("searching", Screen { prompt: Some("/tra".to_owned()), ..screen(list()) }),
        (
            "asking",
            Screen {
                prompt: Some("Bring the start of borrowed_shelf back? Yours is kept as a backup.".to_owned()),
                ..screen(found("run_compile_error"))
            },
        ),
        ("keys", screen(keys)),
        ("beside", screen(beside())),
    ]
}

/// The first report is whole, and the rest of the screen, and no more, is for the others.
#[test]
fn other_errors_are_told_in_short_as_far_as_the_screen_goes() {
    let shown = |rows| {
        let size = Size { columns: 80, rows };
        let frame = frame(&screen(found("run_many_errors")), &style(80), size);
        assert_eq!(frame.most_scroll, 0, "nothing has to be scrolled to with {rows} rows");
        frame.lines.join("\n")
    };
    let roomy = shown(24);
    assert!(roomy.contains("E0597: missing lifetime specifier  "), "{roomy}");
    assert!(roomy.contains("holder_struct.rs:24") && !roomy.contains("more"), "{roomy}");
    let tight = shown(16);
    assert!(tight.contains("holder_struct.rs:14") && tight.contains("… and 5 more"), "{tight}");
    let tightest = shown(13);
    assert!(tightest.contains("… and 8 more"), "{tightest}");
}

/// A long title of a topic gives way; where the exercise stands does not.
#[test]
fn a_long_topic_is_cut_before_the_count_is_left_out() {
    let mut screen = screen(found("run_test_failure"));
    screen.place.topic = "Vec, String, HashMap, and which collection when it matters".to_owned();
    let first = |columns| frame(&screen, &style(columns), Size { columns, rows: 24 }).lines[0].clone();
    let wide = first(80);
    assert!(wide.contains("7 of 220") && wide.contains("Vec, String") && wide.contains('…'), "{wide}");
    let narrow = first(40);
    assert!(narrow.contains("7 of 220") && !narrow.contains("Vec"), "{narrow}");
}

/// Who passed wants to know what comes next, and does not scroll for it.
#[test]
fn what_comes_next_stands_above_a_long_pass() {
    let judged = found("run_predicted");
    for (rows, first) in [(40, "why it is so"), (13, "next")] {
        let size = Size { columns: 80, rows };
        let lines = frame(&screen(judged.clone()), &style(80), size).lines;
        let at = |words: &str| lines.iter().position(|line| line.contains(words));
        let (next, why) = (at("next "), at("why it is so"));
        assert!(next.is_some(), "{rows} rows:\n{}", lines.join("\n"));
        let next_is_first = why.is_none() || next < why;
        assert_eq!(next_is_first, first == "next", "{rows} rows:\n{}", lines.join("\n"));
    }
}

#[test]
fn screens_look_like_this() {
    for (name, screen) in all() {
        let mut shown = String::new();
        for (columns, rows) in SIZES {
            let lines = frame(&screen, &style(columns), Size { columns, rows }).lines;
            let trimmed: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
            let _ = writeln!(shown, "=== {columns} x {rows}\n{}", trimmed.join("\n"));
        }
        insta::assert_snapshot!(format!("screen_{name}"), shown);
    }
}

#[test]
fn every_size_is_filled_and_nothing_is_wider() {
    for (name, screen) in all() {
        for columns in [20, 40, 79, 80, 81, 200] {
            for rows in [3, 6, 11, 12, 24, 60] {
                for colour in [false, true] {
                    let style = Style { colour, hyperlinks: colour, ..style(columns) };
                    let lines = frame(&screen, &style, Size { columns, rows }).lines;
                    assert_eq!(lines.len(), rows, "{name} at {columns} x {rows}");
                    let widest = lines.iter().map(|line| console::measure_text_width(line)).max();
                    assert!(widest <= Some(columns), "{name} at {columns} x {rows}: {widest:?} {lines:#?}");
                }
            }
        }
    }
}

#[test]
fn a_screen_without_colours_says_the_same() {
    for (name, screen) in all() {
        let size = Size { columns: 80, rows: 24 };
        let coloured = frame(&screen, &Style { colour: true, ..style(80) }, size).lines;
        let bare: Vec<String> =
            coloured.iter().map(|line| console::strip_ansi_codes(line).into_owned()).collect();
        assert_eq!(bare, frame(&screen, &style(80), size).lines, "{name}");
    }
}

/// What a painter has written since the last look.
#[derive(Clone, Default)]
struct Sink(std::sync::Arc<std::sync::Mutex<Vec<u8>>>);

impl std::io::Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("nobody panics holding it").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn only_what_changed_is_drawn_and_nothing_is_cleared_as_a_whole() {
    let sink = Sink::default();
    let mut painter = Painter::onto(Box::new(sink.clone()), style(80));
    let size = Size { columns: 80, rows: 24 };
    let taken = || visible(&String::from_utf8(std::mem::take(&mut *sink.0.lock().unwrap())).unwrap());
    let mut now = screen(found("run_compile_error"));
    painter.draw(&now, size).unwrap();
    let first = taken();
    assert!(first.matches('H').count() >= 24, "every line: {first}");
    assert!(!first.contains("␛[2J") && !first.contains("␛[3J"));
    painter.draw(&now, size).unwrap();
    assert_eq!(taken(), "", "nothing has changed");
    now.topic_done = (3, 7);
    painter.draw(&now, size).unwrap();
    let change = taken();
    assert!(change.starts_with("␛[?2026h␛[1;1H") && change.ends_with("␛[?2026l"), "{change}");
    assert_eq!(change.matches("␛[1;1H").count(), 1);
    assert!(!change.contains("␛[2;1H"), "the second line is as it was: {change}");
}

#[test]
fn scrolling_shows_every_line_once() {
    let text: Vec<String> = (0..100).map(|line| format!("line {line}")).collect();
    let page = Page::Text { title: "Long".to_owned(), text: text.join("\n") };
    let mut screen = screen(View::Page(page));
    let size = Size { columns: 80, rows: 24 };
    let most = frame(&screen, &style(80), size).most_scroll;
    let mut seen = std::collections::BTreeSet::new();
    for scroll in 0..=most {
        screen.scroll = scroll;
        let lines = frame(&screen, &style(80), size).lines;
        seen.extend(lines.into_iter().filter(|line| line.starts_with("line ")));
    }
    assert_eq!(seen.len(), 100);
    screen.scroll = usize::MAX;
    let last = frame(&screen, &style(80), size).lines;
    assert!(last.iter().any(|line| line == "line 99"), "past the end is the end: {last:#?}");
}
