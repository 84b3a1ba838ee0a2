//! The first format, which is rustlings' own: one list of exercises, no line, a test and lints.
//! It must not demand more of a set than rustlings does, but for paths that stay inside.
//!
//! What rustlings 6.5.0 does with an exercise, from its published source:
//!
//! * `cargo build`, then `cargo test` if `test` (the default), then `cargo clippy --profile test`, then the
//!   program itself; all of those that ran must end well. `test = false` leaves out the second step and
//!   nothing else: clippy still looks at test code, and `main` is run for every exercise. Where a test
//!   fails, `main` is run as well, to be looked at. A file without tests passes `cargo test`.
//! * `strict_clippy` (default false) adds `-D warnings`: every lint and every warning of rustc fails the
//!   exercise. Without it only what clippy or the manifest denies does. Solutions are always judged strictly.
//! * `skip_check_unsolved` says that the start passes already; only the author's tools look at it.
//! * The levels of lints, and the edition, are those of the set's own `Cargo.toml`. In rustlings' own set:
//!   edition 2024; `unsafe_code`, `unstable_features`, `clippy::todo`, `clippy::empty_loop` forbidden,
//!   `clippy::infinite_loop`, `clippy::mem_forget` denied, `dead_code` allowed. In the published package
//!   this manifest is called `dev-Cargo.toml`, in the repository `dev/Cargo.toml`.
//! * Unknown keys are passed over; an empty list of exercises is refused; `hint` must be there; a solution
//!   need not be. The name of a file is `exercises/[dir/]name.rs`; the author's tools allow letters,
//!   digits and `_` of any script in it.
//!
//! Here: `checks` is `compile`, `test` unless `test = false`, `run`, `clippy`. `deny` holds the lints that
//! the manifest denies or forbids; of a strict exercise those as well that it warns of, which `-D warnings` makes
//! errors. `permit` holds every word, since rustlings looks at no source; `no_tests`,
//! since cargo is content with a file that has none; the lints that the manifest allows; and `warnings`, unless the exercise is strict: clippy's findings then
//! are shown and do not fail it.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use super::build::trimmed;
use super::document::{Document, Key, Shape, Table, take_list};
use super::facts::DocFacts;
use super::info_toml::INFO;
use super::manifest::Manifest;
use super::paths::checked;
use super::raw::Word;
use super::source::SetSource;
use super::validate::names::Taken;
use super::validate::{At, Faults, texts};
use super::{Curriculum, Exercise, ExerciseId, Form, Format, Limits, Options, Stage, Tier, Topic};

/// What the rules on the source refuse in the second format.
const PERMITS: &[&str] =
    &["allow", "attributes", "exit", "ignore", "include", "no_tests", "path", "shadow", "unsafe"];

/// rustlings refuses more than 999; some sets are put together from several.
const MOST_EXERCISES: usize = 20_000;

const SHAPE: Shape = Shape {
    of: "info.toml",
    keys: &[
        Key::must("format_version"),
        Key::may("welcome_message"),
        Key::may("final_message"),
        Key::must("exercises"),
    ],
    open: true,
};

const EXERCISE: Shape = Shape {
    of: "an exercise",
    keys: &[
        Key::must("name"),
        Key::may("dir"),
        Key::may("test"),
        Key::may("strict_clippy"),
        Key::must("hint"),
        Key::may("skip_check_unsolved"),
    ],
    open: true,
};

#[derive(Debug, Deserialize)]
struct Messages {
    welcome_message: Option<Word>,
    final_message: Option<Word>,
}

#[derive(Debug, Deserialize)]
struct RawExercise {
    name: Word,
    dir: Option<Word>,
    #[serde(default = "yes")]
    test: bool,
    #[serde(default)]
    strict_clippy: bool,
    hint: Word,
    #[serde(default)]
    skip_check_unsolved: bool,
}

fn yes() -> bool {
    true
}

/// Reads the set whose `info.toml` this is.
pub(super) fn read<'t>(
    source: &SetSource,
    doc: &'t Document<'t>,
    mut table: Table<'t>,
    faults: &mut Faults,
) -> Option<Curriculum> {
    doc.check(&mut table, &SHAPE, faults);
    if faults.count() > 0 {
        return None;
    }
    let items = take_list(&mut table, "exercises", &mut At { doc, faults });
    if !(1..=MOST_EXERCISES).contains(&items.len()) {
        let what = format!("the set has {} exercises", items.len());
        let help = format!("write between 1 and {MOST_EXERCISES} entries `[[exercises]]`");
        faults.push(INFO, None, what, help);
        return None;
    }
    let raws: Vec<RawExercise> =
        items.into_iter().filter_map(|item| doc.read(item, &EXERCISE, faults)).collect();
    let messages = messages(doc, table, faults)?;
    let mut taken = Taken::default();
    for raw in &raws {
        judge(raw, source, &mut taken, &mut At { doc, faults });
        if faults.full() {
            return None;
        }
    }
    let manifest = Manifest::read(source, faults);
    Some(assemble(source.name(), &raws, &messages, &manifest))
}

fn messages<'t>(doc: &'t Document<'t>, table: Table<'t>, faults: &mut Faults) -> Option<Messages> {
    let place = table.span();
    let value = Spanned::new(place, toml::de::DeValue::Table(table.into_inner()));
    let messages: Messages = doc.read(value, &SHAPE_OF_MESSAGES, faults)?;
    let at = &mut At { doc, faults };
    for text in [&messages.welcome_message, &messages.final_message].into_iter().flatten() {
        texts::paragraph(text, "a message", at);
    }
    Some(messages)
}

const SHAPE_OF_MESSAGES: Shape =
    Shape { of: "info.toml", keys: &[Key::may("welcome_message"), Key::may("final_message")], open: true };

/// Names are free as long as they name one file inside the set.
fn judge(raw: &RawExercise, source: &SetSource, taken: &mut Taken, at: &mut At<'_>) {
    taken.claim_at(&raw.name, "an exercise", at);
    texts::paragraph(&raw.hint, "a hint", at);
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    let name = raw.name.get_ref();
    let name_fits = !name.is_empty() && name.chars().all(letter) && checked(Path::new(name)).is_ok();
    if !name_fits {
        let help = "use letters, digits and `_`, and no name of a device";
        at.say(raw.name.span(), format!("`{name}` cannot be the name of an exercise"), help);
    }
    let dir_fits = raw.dir.as_ref().is_none_or(|dir| {
        let plain = dir.get_ref().chars().all(|c| letter(c) || "-./ ".contains(c));
        plain && checked(Path::new(dir.get_ref())).as_ref() == Ok(dir.get_ref())
    });
    if let Some(dir) = raw.dir.as_ref().filter(|_| !dir_fits) {
        let help = "name a directory below `exercises`, with letters, digits and `_`";
        at.say(dir.span(), format!("`{}` cannot be the directory of an exercise", dir.get_ref()), help);
    }
    if name_fits && dir_fits {
        let path = format!("exercises/{}", file_of(raw));
        if !source.has(&path) {
            let what = format!("the exercise `{name}` has no file");
            at.say(raw.name.span(), what, format!("write {path}, or take the entry out"));
        }
    }
}

/// `[dir/]name.rs`.
fn file_of(raw: &RawExercise) -> String {
    let name = raw.name.get_ref();
    raw.dir.as_ref().map_or_else(|| format!("{name}.rs"), |dir| format!("{}/{name}.rs", dir.get_ref()))
}

/// One stage, a topic for each directory in the order in which they first occur. The order of study is
/// that of the list, even where it goes back to a directory.
fn assemble(name: &str, raws: &[RawExercise], messages: &Messages, manifest: &Manifest) -> Curriculum {
    let mut topics: Vec<Topic> = Vec::new();
    let mut places: HashMap<Option<&str>, usize> = HashMap::new();
    let mut listed: Vec<(usize, Exercise)> = Vec::new();
    for (place, raw) in raws.iter().enumerate() {
        let dir = raw.dir.as_ref().map(|dir| dir.get_ref().as_str());
        let topic = *places.entry(dir).or_insert_with(|| {
            topics.push(topic(dir));
            topics.len() - 1
        });
        listed.push((place, exercise(raw, topic, manifest)));
    }
    listed.sort_by_key(|(place, exercise)| (exercise.topic, *place));
    let mut order = vec![ExerciseId(0); listed.len()];
    for (here, (place, _)) in listed.iter().enumerate() {
        order[*place] = ExerciseId(here);
    }
    let stage =
        Stage { id: "all".to_owned(), number: 1, title: "All exercises".to_owned(), goal: String::new() };
    Curriculum {
        name: name.to_owned(),
        format: Format::One,
        revision: String::new(),
        stages: vec![stage],
        topics,
        exercises: listed.into_iter().map(|(_, exercise)| exercise).collect(),
        order,
        crates: Vec::new(),
        welcome: messages.welcome_message.as_ref().map(trimmed),
        farewell: messages.final_message.as_ref().map(trimmed),
    }
}

/// A directory as a topic: `04_primitive_types` is shown as "primitive types".
fn topic(dir: Option<&str>) -> Topic {
    let id = dir.unwrap_or("exercises");
    let words = id.trim_start_matches(|c: char| c.is_ascii_digit() || c == '_').replace('_', " ");
    Topic {
        id: id.to_owned(),
        stage: 0,
        title: if words.trim().is_empty() { id.to_owned() } else { words },
        requires: Vec::new(),
        reading: Vec::new(),
        dir: dir.map_or_else(|| PathBuf::from("exercises"), |dir| Path::new("exercises").join(dir)),
    }
}

fn exercise(raw: &RawExercise, topic: usize, manifest: &Manifest) -> Exercise {
    let file = file_of(raw);
    let path = format!("exercises/{file}");
    let mut permit: BTreeSet<String> = PERMITS.iter().map(|&word| word.to_owned()).collect();
    permit.extend(manifest.allowed.iter().cloned());
    if !raw.strict_clippy {
        permit.insert("warnings".to_owned());
    }
    let words = ["compile", "test", "run", "clippy"].into_iter().filter(|&word| raw.test || word != "test");
    let hint = trimmed(&raw.hint);
    let warned = manifest.warned.iter().filter(|_| raw.strict_clippy);
    Exercise {
        name: raw.name.get_ref().clone(),
        formerly: Vec::new(),
        topic,
        kind: if raw.skip_check_unsolved { "read" } else { "fix" }.to_owned(),
        tier: Tier::A,
        minutes: 10,
        after: Vec::new(),
        checks: words.map(str::to_owned).collect(),
        crates: Vec::new(),
        needs: Vec::new(),
        limits: Limits::default(),
        deny: manifest.denied.iter().chain(warned).cloned().collect(),
        permit,
        options: Options { editions: vec![manifest.edition.clone()], ..Options::default() },
        fails_with: BTreeSet::new(),
        note: String::new(),
        hints: if hint.is_empty() { Vec::new() } else { vec![hint] },
        traps: Vec::new(),
        form: Form::File,
        companions: PathBuf::from(path.trim_end_matches(".rs")),
        path: PathBuf::from(path),
        solution: PathBuf::from(format!("solutions/{file}")),
        locked: Vec::new(),
        step: None,
        carry: false,
        source: Vec::new(),
        doc: DocFacts::default(),
        emit: Vec::new(),
        machine: Vec::new(),
        metadata: Vec::new(),
    }
}
