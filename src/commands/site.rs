//! A workspace with its set, its curriculum and its progress, opened together. It must not judge.

use std::path::Path;

use super::error::CommandError;
use super::ground::Ground;
use super::{handout, update};
use crate::check;
use crate::curriculum::{self, Curriculum, Exercise, ExerciseId, Form, Format, SetSource};
use crate::engine::Job;
use crate::engine::cache::source_hash;
use crate::message::{Ids, Message, Place};
use crate::output::Reporter;
use crate::process::Runner;
use crate::progress::{Progress, Store, rustlings, states};
use crate::workspace::package::Files;
use crate::workspace::{self, Found, Workspace};

/// Everything about one workspace.
pub struct Site {
    /// The learner's directory.
    pub workspace: Workspace,
    /// The set's files.
    pub set: SetSource,
    /// What they say.
    pub curriculum: Curriculum,
    /// The state file.
    pub store: Store,
    /// What it says now.
    pub progress: Progress,
}

impl Site {
    /// Opens the workspace here or above; makes one in `./roadmap` where there is none.
    pub fn open_or_make(
        ground: &Ground,
        runner: &dyn Runner,
        reporter: &mut Reporter,
    ) -> Result<Self, CommandError> {
        let root = match here(ground)? {
            Here::Workspace(found) => return Self::told(found, reporter),
            Here::None(root) => root,
        };
        let made = handout::make(ground, runner, &root)?;
        let shown = workspace::shown_from(&ground.cwd, made.root());
        reporter.tell(&Message::News(format!("Made a workspace in {}.", shown.display())))?;
        Self::of(made, reporter)
    }

    /// Opens the workspace here or above, or in `./roadmap`.
    pub fn open(ground: &Ground, reporter: &mut Reporter) -> Result<Self, CommandError> {
        match here(ground)? {
            Here::Workspace(found) => Self::told(found, reporter),
            Here::None(_) => Err(CommandError::NoWorkspace(ground.cwd.clone())),
        }
    }

    /// Opens this workspace; says once where it is behind its set.
    fn told(workspace: Workspace, reporter: &mut Reporter) -> Result<Self, CommandError> {
        let site = Self::of(workspace, reporter)?;
        if let Some(notice) = update::notice(&site)? {
            reporter.tell(&Message::News(notice))?;
        }
        Ok(site)
    }

    /// Opens this workspace, and says what was odd about its state file.
    pub fn of(workspace: Workspace, reporter: &mut Reporter) -> Result<Self, CommandError> {
        let set = match workspace.set_dir() {
            Some(dir) => SetSource::dir(dir),
            None => SetSource::built_in(),
        };
        let curriculum = curriculum::load(&set, &check::words())?;
        let store = Store::new(workspace.state_file());
        let loaded = store.load();
        for notice in &loaded.notices {
            reporter.tell(&Message::News(notice.clone()))?;
        }
        let mut progress = loaded.progress;
        progress.follow_renames(&curriculum);
        let mut site = Self { workspace, set, curriculum, store, progress };
        if let Some(notice) = site.take_over() {
            reporter.tell(&Message::News(notice))?;
        }
        Ok(site)
    }

    /// Where nothing was recorded yet and rustlings has left its state beside the set: what was done there is done. Says
    /// what came of it.
    fn take_over(&mut self) -> Option<String> {
        if self.curriculum.format != Format::One || !self.progress.entries.is_empty() {
            return None;
        }
        let path = self.workspace.set_dir()?.join(rustlings::FILE);
        let state = rustlings::read(&std::fs::read(&path).ok()?)?;
        let at = path.metadata().and_then(|meta| meta.modified()).ok()?;
        let at = jiff::Timestamp::try_from(at).ok()?;
        let hash = |name: &str| {
            let exercise = self.curriculum.exercise(self.curriculum.find(name)?);
            self.workspace.read(exercise).ok().map(|text| source_hash(&text))
        };
        let mut taken = 0;
        // Where nothing can be written it is tried again the next time: nobody is told of a thing that is not so.
        let progress =
            self.store.update(|it| taken = it.take_over(&state, &self.curriculum, at, &hash)).ok()?;
        self.progress = progress;
        let so = if taken == 1 { "exercise is" } else { "exercises are" };
        (taken > 0)
            .then(|| format!("{} says that {taken} {so} done: taken over, this once.", rustlings::FILE))
    }

    /// The exercise with this name, or the current one.
    pub fn choose(&self, name: Option<&str>) -> Result<ExerciseId, CommandError> {
        match name {
            Some(name) => self.curriculum.find(name).ok_or_else(|| self.unknown(name)),
            None => self.current().ok_or_else(|| {
                CommandError::Usage(crate::message::Problem::new("this set has no exercises"))
            }),
        }
    }

    /// The exercise somebody works on: the stored one; where that is done, the first undone one after it.
    #[must_use]
    pub fn current(&self) -> Option<ExerciseId> {
        let stored = states::current(&self.curriculum, &self.progress)?;
        let name = &self.curriculum.exercise(stored).name;
        if states::exercise(&self.progress, name) == states::ExerciseState::Pending {
            return Some(stored);
        }
        states::next_after(&self.curriculum, &self.progress, stored).or(Some(stored))
    }

    /// All exercises that a selector names.
    pub fn select(&self, selector: &str) -> Result<Vec<ExerciseId>, CommandError> {
        self.curriculum.select(selector).ok_or_else(|| self.unknown(selector))
    }

    /// The error for a name that is none.
    #[must_use]
    pub fn unknown(&self, name: &str) -> CommandError {
        CommandError::Unknown { name: name.to_owned(), nearest: self.curriculum.nearest(name) }
    }

    /// The set's own start of an exercise.
    pub fn start_of(&self, exercise: &Exercise) -> Result<String, CommandError> {
        Ok(self.set.text(&exercise.path)?)
    }

    /// All that is needed to judge an exercise from this text of the learner's.
    pub fn job(&self, id: ExerciseId, theirs: String) -> Result<Job<'_>, CommandError> {
        let exercise = self.curriculum.exercise(id);
        let package = match exercise.form {
            Form::File => Files::new(),
            Form::Package => self.workspace.read_package(exercise)?,
        };
        Ok(Job::new(&self.set, &self.curriculum, id, theirs, package)?)
    }

    /// The set's dependency table and its lock file; empty where it has none.
    pub fn crates(&self) -> Result<Files, CommandError> {
        files_of(&self.set, "crates")
    }

    /// The set's support crate.
    pub fn kit(&self) -> Result<Files, CommandError> {
        files_of(&self.set, "kit")
    }

    /// Whether what the learner has now differs from what passed.
    #[must_use]
    pub fn changed(&self, exercise: &Exercise) -> bool {
        let text = self.workspace.read(exercise).ok();
        let hash = text.map(|text| source_hash(&check::sheet::part_above_the_line(&text)));
        states::changed(&self.progress, &exercise.name, hash.as_deref(), None)
    }

    /// Whether an exercise has passed, in part at least.
    #[must_use]
    pub fn is_done(&self, id: ExerciseId) -> bool {
        let name = &self.curriculum.exercise(id).name;
        states::exercise(&self.progress, name) != states::ExerciseState::Pending
    }

    /// How many exercises have passed, and how many there are.
    #[must_use]
    pub fn done(&self) -> (usize, usize) {
        let all = self.curriculum.exercises.len();
        ((0..all).filter(|&id| self.is_done(ExerciseId(id))).count(), all)
    }

    /// Where an exercise stands.
    #[must_use]
    pub fn place(&self, ground: &Ground, id: ExerciseId) -> Place {
        let exercise = self.curriculum.exercise(id);
        let number = self.curriculum.order.iter().position(|&other| other == id).unwrap_or(0) + 1;
        Place {
            name: exercise.name.clone(),
            file: workspace::shown_from(&ground.cwd, &self.workspace.path_of(exercise)),
            topic: self.curriculum.topic_of(id).title.clone(),
            number,
            of: self.curriculum.exercises.len(),
        }
    }

    /// The ids around an exercise.
    #[must_use]
    pub fn ids(&self, id: ExerciseId) -> Ids {
        let topic = self.curriculum.topic_of(id);
        Ids { topic: topic.id.clone(), stage: self.curriculum.stages[topic.stage].id.clone() }
    }

    /// One number for each installation: seeds the inputs of tests.
    #[must_use]
    pub fn salt(&self) -> u64 {
        let known =
            self.workspace.recall("salt").and_then(|bytes| String::from_utf8(bytes).ok()?.parse().ok());
        known.unwrap_or_else(|| {
            let random = std::hash::BuildHasher::hash_one(&std::hash::RandomState::new(), 0) % 1_000_000;
            self.workspace.remember("salt", random.to_string().as_bytes());
            random
        })
    }
}

/// The workspace that counts where the user stands.
pub enum Here {
    /// This one.
    Workspace(Workspace),
    /// There is none; this is where one would be made.
    None(std::path::PathBuf),
}

/// The workspace here or above, or in the directory `roadmap` beside the set or below the user.
pub fn here(ground: &Ground) -> Result<Here, CommandError> {
    let base = match workspace::find(&ground.cwd)? {
        Found::Workspace(found) => return Ok(Here::Workspace(found)),
        Found::Set(set) => set,
        Found::Nothing => ground.cwd.clone(),
    };
    let root = base.join("roadmap");
    match Workspace::open(root.clone()) {
        Ok(found) => Ok(Here::Workspace(found)),
        Err(crate::workspace::WorkspaceError::Io { .. }) => Ok(Here::None(root)),
        Err(error) => Err(error.into()),
    }
}

/// The files of one part of a set.
pub fn files_of(set: &SetSource, part: &str) -> Result<Files, CommandError> {
    let mut files = Files::new();
    for path in set.list(Path::new(part)) {
        let bytes = set.read(&path)?.into_owned();
        files.insert(path, bytes);
    }
    Ok(files)
}
