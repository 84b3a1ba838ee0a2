//! The set that an author works on, with the tools and the cache for it. It must not judge.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::super::error::CommandError;
use super::super::ground::Ground;
use super::super::trust::{self, MayRun};
use crate::author::table::{FILE, Table};
use crate::check;
use crate::curriculum::{self, Curriculum, ExerciseId, SetSource};
use crate::message::Problem;
use crate::output::Reporter;
use crate::process::Runner;
use crate::toolchain::Toolchain;
use crate::workspace;

/// A set on disk and what is needed to judge it.
pub(super) struct Place {
    /// Its directory.
    pub(super) root: PathBuf,
    /// Its files.
    pub(super) set: SetSource,
    /// Its owner said so.
    pub(super) may_run: MayRun,
    /// What they say.
    pub(super) curriculum: Curriculum,
    /// The tools.
    pub(super) tools: Toolchain,
    /// The same without Miri.
    pub(super) without_miri: Toolchain,
    /// Where verdicts and builds are kept.
    pub(super) cache: PathBuf,
}

impl Place {
    /// The set in this directory, or in one above. Nothing of it runs before its owner said that it may, and that begins
    /// with the tools: a set may name the toolchain that they are looked up with.
    pub(super) fn open(
        ground: &Ground,
        reporter: &mut Reporter,
        runner: &dyn Runner,
    ) -> Result<Self, CommandError> {
        let has_set = |dir: &&Path| dir.join("info.toml").is_file();
        let Some(root) = ground.cwd.ancestors().find(has_set).map(Path::to_path_buf) else {
            let what = format!("there is no info.toml in {} or above", ground.cwd.display());
            let problem = Problem::new(what).help("change to the directory of the set that you write");
            return Err(CommandError::Usage(problem));
        };
        let set = SetSource::dir(&root);
        let curriculum = curriculum::load(&set, &check::words())?;
        let may_run = trust::ask(ground, reporter, &set)?;
        let mut around = ground.surroundings();
        around.cwd.clone_from(&root);
        let tools = Toolchain::find(&around, runner, None)?;
        // Beside what cargo builds, where nobody commits it.
        let target = ground.var("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        let cache = target.join("author");
        workspace::sweep(&cache, ground.now().into());
        let without_miri = Toolchain { miri: None, ..tools.clone() };
        Ok(Self { root, set, may_run, curriculum, tools, without_miri, cache })
    }

    /// The exercises that are wanted, in the order of study; all where nothing is named.
    pub(super) fn choose(
        &self,
        selectors: &[String],
        stage: Option<&str>,
    ) -> Result<Vec<ExerciseId>, CommandError> {
        let mut chosen: BTreeSet<ExerciseId> = BTreeSet::new();
        if selectors.is_empty() {
            chosen.extend(&self.curriculum.order);
        }
        for selector in selectors {
            chosen.extend(self.curriculum.select(selector).ok_or_else(|| self.unknown(selector))?);
        }
        if let Some(wanted) = stage {
            let stages = &self.curriculum.stages;
            let is_it = |stage: &curriculum::Stage| stage.id == wanted || stage.number.to_string() == wanted;
            let place = stages.iter().position(is_it).ok_or_else(|| self.unknown(wanted))?;
            chosen.retain(|&id| self.curriculum.topic_of(id).stage == place);
        }
        Ok(self.curriculum.order.iter().copied().filter(|id| chosen.contains(id)).collect())
    }

    fn unknown(&self, name: &str) -> CommandError {
        CommandError::Unknown { name: name.to_owned(), nearest: self.curriculum.nearest(name) }
    }

    /// The files of one part of the set.
    pub(super) fn part(&self, part: &str) -> Result<BTreeMap<PathBuf, Vec<u8>>, CommandError> {
        let mut files = BTreeMap::new();
        for path in self.set.list(part) {
            let bytes = self.set.read(&path)?.into_owned();
            files.insert(path, bytes);
        }
        Ok(files)
    }

    /// A text beside `info.toml`; none where it is not there.
    pub(super) fn beside(&self, name: &str) -> Option<String> {
        std::fs::read_to_string(self.root.join(name)).ok()
    }

    /// The table of results.
    pub(super) fn table(&self) -> Table {
        self.beside(FILE).map(|text| Table::read(&text)).unwrap_or_default()
    }

    /// Writes one of our files beside `info.toml`.
    pub(super) fn record(&self, name: &str, text: &str) -> Result<(), CommandError> {
        Ok(workspace::write_whole(&self.root.join(name), text.as_bytes())?)
    }
}
