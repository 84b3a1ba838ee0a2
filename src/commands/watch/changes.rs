//! What changed on disk: paths become exercises, files become contents. It must not decide what a change means.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use super::Feed;
use crate::commands::error::CommandError;
use crate::commands::site::Site;
use crate::curriculum::{Exercise, ExerciseId, Form};
use crate::watch::Content;
use crate::watch::files::{Files, events_arrive};

/// The learner's files as they were last looked at.
pub(super) struct Changes {
    /// The newest text of each, which is what a run judges: file and verdict cannot differ.
    pub(super) texts: HashMap<ExerciseId, String>,
    /// What there is to say about how changes are found out.
    pub(super) news: Option<String>,
    _files: Files,
    _set: Option<Files>,
}

impl Changes {
    /// Begins to watch: by events where the system sends them, by looking where it does not.
    pub(super) fn watch(site: &Site, send: &Sender<Feed>) -> Result<Self, CommandError> {
        let root = site.workspace.root().join("exercises");
        let tell = {
            let send = send.clone();
            move |path| drop(send.send(Feed::Written(path)))
        };
        let (files, news) = if events_arrive(&root)
            && let Ok(files) = Files::watch(&root, tell.clone())
        {
            (files, None)
        } else {
            let exercises = site.curriculum.exercises.iter();
            let paths = exercises.map(|exercise| site.workspace.path_of(exercise)).collect();
            let news = "No file events arrive here, so the files are looked at ten times a second.";
            (Files::poll(paths, tell)?, Some(news.to_owned()))
        };
        Ok(Self { texts: HashMap::new(), news, _files: files, _set: watch_set(site, send) })
    }

    /// What every exercise's file holds now.
    pub(super) fn look_at_all(&mut self, site: &Site) -> BTreeMap<ExerciseId, Content> {
        let ids = (0..site.curriculum.exercises.len()).map(ExerciseId);
        ids.map(|id| (id, self.look_at(site, id))).collect()
    }

    /// What this exercise's files hold now.
    pub(super) fn look_at(&mut self, site: &Site, id: ExerciseId) -> Content {
        let exercise = site.curriculum.exercise(id);
        let mut hasher = blake3::Hasher::new();
        match exercise.form {
            Form::File => {
                let Ok(text) = site.workspace.read(exercise) else {
                    self.texts.remove(&id);
                    return None;
                };
                hasher.update(text.as_bytes());
                self.texts.insert(id, text);
            }
            Form::Package => hash_tree(&mut hasher, &site.workspace.path_of(exercise)),
        }
        hash_tree(&mut hasher, &companions(site, exercise));
        let bytes = *hasher.finalize().as_bytes();
        Some(bytes.iter().take(8).fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
    }
}

fn companions(site: &Site, exercise: &Exercise) -> PathBuf {
    site.workspace.root().join(&exercise.companions)
}

/// Paths and contents below `dir`, in order; what cannot be read is left out. A directory that is not there
/// costs one look.
fn hash_tree(hasher: &mut blake3::Hasher, dir: &Path) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| !path.ends_with("target")) {
        if path.is_dir() {
            hash_tree(hasher, path);
        } else if let Ok(bytes) = std::fs::read(path) {
            hasher.update(path.as_os_str().as_encoded_bytes()).update(&bytes);
        }
    }
}

/// A set on disk is watched too: whoever edits the start in it by mistake is told where theirs is.
fn watch_set(site: &Site, send: &Sender<Feed>) -> Option<Files> {
    let dir = site.workspace.set_dir()?.canonicalize().ok()?.join("exercises");
    let send = send.clone();
    // A courtesy: without it the session works as well.
    Files::watch(&dir, move |path| drop(send.send(Feed::SetWritten(path)))).ok()
}

/// The exercise of the set that a path of the set belongs to.
pub(super) fn owner_in_set(site: &Site, path: &Path) -> Option<ExerciseId> {
    let dir = site.workspace.set_dir()?.canonicalize().ok()?;
    let inside = path.strip_prefix(dir).ok()?;
    site.curriculum.exercises.iter().position(|exercise| exercise.path == inside).map(ExerciseId)
}
