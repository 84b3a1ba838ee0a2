//! `new`: an exercise that works from the start and waits for its texts, in the set here; or a set for it. Everything is
//! checked before anything is written. It must not know what a scaffold consists of.

use std::path::{Path, PathBuf};

use super::error::{CommandError, code};
use super::ground::Ground;
use super::site::{Here, files_of, here};
use super::trust;
use crate::check;
use crate::cli;
use crate::curriculum::{self, Curriculum, Format, SetSource, Topic, may_be_called};
use crate::message::{Made, Message, Problem};
use crate::output::Reporter;
use crate::scaffold::{self, FIRST_EXERCISE, Kind, MARKER, Scaffold, Wanted};
use crate::workspace::addition;
use crate::workspace::package::Files;
use crate::workspace::{self, Found, Workspace};

/// The directory of a learner's own set, in their workspace.
const LOCAL: &str = "local";

/// The topic of a new set where nobody named one.
const FIRST_TOPIC: &str = "first_topic";

/// Makes what was asked for, and lists it.
pub fn run(ground: &Ground, reporter: &mut Reporter, options: &cli::New) -> Result<u8, CommandError> {
    let name = options.name.as_deref().unwrap_or(FIRST_EXERCISE);
    let kind = kind(options.kind);
    let wanted = Wanted { name, kind, package: options.package };
    if let Err((what, help)) = may_be_called(name) {
        return Err(usage(Problem::new(what).help(help)));
    }
    let made = match place(ground, options)? {
        Place::Set(dir) => in_set(ground, &dir, wanted, options)?,
        Place::New(dir) => with_set(ground, &dir, wanted, options)?,
    };
    reporter.tell(&Message::Made(Box::new(made)))?;
    Ok(code::PASSED)
}

fn kind(kind: cli::Kind) -> Kind {
    match kind {
        cli::Kind::Todo => Kind::Todo,
        cli::Kind::Fix => Kind::Fix,
        cli::Kind::Predict => Kind::Predict,
        cli::Kind::Reject => Kind::Reject,
        cli::Kind::Test => Kind::Test,
    }
}

/// Where the exercise goes.
enum Place {
    /// Into this set.
    Set(PathBuf),
    /// Into a set that is made for it.
    New(PathBuf),
}

/// The set that was asked for, the one here, or the learner's own beside their exercises.
fn place(ground: &Ground, options: &cli::New) -> Result<Place, CommandError> {
    if let Some(dir) = &options.set {
        return Ok(Place::New(ground.cwd.join(dir)));
    }
    match workspace::find(&ground.cwd)? {
        Found::Set(dir) => Ok(Place::Set(dir)),
        Found::Workspace(workspace) => Ok(beside(&workspace)),
        Found::Nothing => match here(ground)? {
            Here::Workspace(workspace) => Ok(beside(&workspace)),
            Here::None(_) => {
                let problem = Problem::new("there is no exercise set here, and no workspace")
                    .because("a new exercise goes into a set: a directory with an info.toml")
                    .help("`cargo roadmap new --set DIR` makes one, with a first exercise in it");
                Err(usage(problem))
            }
        },
    }
}

/// In the workspace that an author has inside of a set, the set is meant; a learner gets one of their own.
fn beside(workspace: &Workspace) -> Place {
    let around = workspace.set_dir().and_then(|dir| dir.canonicalize().ok());
    match around.filter(|set| workspace.root().starts_with(set)) {
        Some(set) => Place::Set(set),
        None => local(workspace.root().join(LOCAL)),
    }
}

fn local(dir: PathBuf) -> Place {
    if dir.join("info.toml").is_file() { Place::Set(dir) } else { Place::New(dir) }
}

/// An exercise for the set in this directory.
fn in_set(ground: &Ground, dir: &Path, wanted: Wanted<'_>, options: &cli::New) -> Result<Made, CommandError> {
    let set = SetSource::dir(dir);
    let curriculum = curriculum::load(&set, &check::words())?;
    if curriculum.format == Format::One {
        let problem = Problem::new("this set has rustlings' format, and `new` does not write that one").help(
            "add the exercise to its info.toml by hand, or make a set with `cargo roadmap new --set DIR`",
        );
        return Err(usage(problem));
    }
    if let Some(taken) = curriculum.find(wanted.name) {
        let topic = &curriculum.topic_of(taken).id;
        let problem =
            Problem::new(format!("the name `{}` is taken by an exercise in `{topic}`", wanted.name))
                .because("names, former names included, are unique in a set, so that a word means one thing")
                .help("choose another name");
        return Err(usage(problem));
    }
    let topic = topic(&curriculum, options.topic.as_deref())?;
    let mut made = scaffold(wanted, topic)?;
    let (readme, text) = scaffold::readme(topic);
    if !set.has(&readme) {
        made.files.insert(readme, text);
    }
    let map = topic.dir.join("topic.toml");
    let before = if set.has(&map) { set.text(&map)? } else { String::new() };
    let after = scaffold::append(&before, &made.entry).map_err(|error| {
        let problem = Problem::new(format!("{} cannot take a new entry: {error}", map.display()));
        usage(problem.help("write each exercise as `[[exercises]]`, and try again"))
    })?;
    // The whole set as it will be: whatever a rule has against it is said before a file is written.
    let mut all = files_of_set(&set)?;
    all.extend(made.files.clone());
    all.insert(map.clone(), after.clone().into_bytes());
    curriculum::load(&SetSource::in_memory(set.name(), all)?, &check::words())?;
    addition::add(dir, &made.files, (&map, after.as_bytes()))?;
    let mut paths: Vec<PathBuf> = made.files.into_keys().collect();
    paths.push(map);
    Ok(told(ground, dir, wanted.name, &paths))
}

/// A set with this exercise.
fn with_set(
    ground: &Ground,
    dir: &Path,
    wanted: Wanted<'_>,
    options: &cli::New,
) -> Result<Made, CommandError> {
    let topic = options.topic.as_deref().unwrap_or(FIRST_TOPIC);
    let name = dir.file_name().map_or_else(|| "set".to_owned(), |name| name.to_string_lossy().into_owned());
    let mut files = scaffold::set(&name, topic, files_of(&SetSource::built_in(), "kit")?);
    let bare = SetSource::in_memory(&name, files.clone())?;
    let curriculum = curriculum::load(&bare, &check::words())?;
    let topic = curriculum.topics.first().ok_or_else(|| unknown_topic(&curriculum, topic))?;
    let made = scaffold(wanted, topic)?;
    files.extend(made.files);
    files.extend([scaffold::readme(topic)]);
    files.insert(topic.dir.join("topic.toml"), made.entry.into_bytes());
    curriculum::load(&SetSource::in_memory(&name, files.clone())?, &check::words())?;
    addition::make_whole(dir, &files)?;
    trust::own(ground, dir);
    let kit = |path: &PathBuf| path.starts_with("kit");
    let mut paths: Vec<PathBuf> = files.into_keys().filter(|path| !kit(path)).collect();
    paths.push(PathBuf::from("kit"));
    Ok(told(ground, dir, wanted.name, &paths))
}

/// The topic that was named; where there is only one, it need not be.
fn topic<'c>(curriculum: &'c Curriculum, name: Option<&str>) -> Result<&'c Topic, CommandError> {
    match (name, curriculum.topics.as_slice()) {
        (None, [only]) => Ok(only),
        (None, topics) => {
            let ids: Vec<&str> = topics.iter().map(|topic| topic.id.as_str()).collect();
            let problem = Problem::new("which topic is the exercise for?")
                .because(format!("this set has {} of them", ids.len()))
                .help(format!("add `--topic T`, with one of: {}", ids.join(", ")));
            Err(usage(problem))
        }
        (Some(name), topics) => {
            topics.iter().find(|topic| topic.id == name).ok_or_else(|| unknown_topic(curriculum, name))
        }
    }
}

fn unknown_topic(curriculum: &Curriculum, name: &str) -> CommandError {
    let problem = Problem::new(format!("there is no topic `{name}` in this set"));
    let near: Vec<String> = curriculum.nearest_topics(name).iter().map(|id| format!("`{id}`")).collect();
    usage(if near.is_empty() {
        problem.help("topics stand in info.toml: add it there, or name one of them")
    } else {
        problem.help(format!("did you mean {}?", near.join(" or ")))
    })
}

fn scaffold(wanted: Wanted<'_>, topic: &Topic) -> Result<Scaffold, CommandError> {
    scaffold::exercise(wanted, topic).ok_or_else(|| {
        let problem = Problem::new(format!("an exercise of the kind `{}` is a file", wanted.kind.word()))
            .because("its checks look at one file of the learner's, beside its companions")
            .help("leave `--package` out, or take `--kind todo` or `--kind fix`");
        usage(problem)
    })
}

fn files_of_set(set: &SetSource) -> Result<Files, CommandError> {
    let mut files = Files::new();
    for part in ["info.toml", "exercises", "solutions", "kit", "crates"] {
        files.extend(files_of(set, part)?);
    }
    Ok(files)
}

fn told(ground: &Ground, dir: &Path, name: &str, paths: &[PathBuf]) -> Made {
    let dir = dir.canonicalize().unwrap_or_else(|_| dir.to_path_buf());
    let shown = workspace::shown_from(&ground.cwd, &dir);
    let go = if shown.as_os_str().is_empty() { String::new() } else { format!("cd {} && ", shown.display()) };
    // Another workspace that is there already has to learn of the new exercise.
    let update =
        if dir.join("roadmap/.roadmap/set.toml").is_file() { "cargo roadmap update && " } else { "" };
    Made {
        what: format!("`{name}` is there: its start fails as it says, and its solution passes."),
        exercise: name.to_owned(),
        files: paths.iter().map(|path| shown.join(path)).collect(),
        next: vec![
            format!("{go}{update}cargo roadmap run {name}"),
            format!("Put your own task in place of the bottles, and a text wherever `{MARKER}` stands."),
        ],
    }
}

fn usage(problem: Problem) -> CommandError {
    CommandError::Usage(problem)
}
