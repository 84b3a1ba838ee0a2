//! What a learner gets of a set, and a workspace made of it. What only the judge may know stays behind.

use std::path::Path;

use super::error::CommandError;
use super::ground::Ground;
use super::site::files_of;
use crate::check;
use crate::curriculum::{self, Curriculum, Exercise, SetSource};
use crate::process::{Cancel, Capture, CommandSpec, Runner};
use crate::workspace::create::Plan;
use crate::workspace::package::{Files, name_in_workspace};
use crate::workspace::{self, Found, Workspace};

/// Makes a workspace in `root`: of the set whose directory the user stands in, else of the one in the binary.
pub fn make(ground: &Ground, runner: &dyn Runner, root: &Path) -> Result<Workspace, CommandError> {
    let set_dir = match workspace::find(&ground.cwd)? {
        Found::Set(dir) => Some(dir),
        Found::Workspace(_) | Found::Nothing => None,
    };
    let set = set_dir.as_ref().map_or_else(SetSource::built_in, |dir| SetSource::dir(dir.clone()));
    let curriculum = curriculum::load(&set, &check::words())?;
    let files = files(&set, &curriculum)?;
    let made =
        Workspace::create(root, &Plan { curriculum: &curriculum, files, set_dir: set_dir.as_deref() })?;
    if !made.root().ancestors().any(|above| above.join(".git").exists()) {
        start_repository(ground, runner, made.root());
    }
    Ok(made)
}

/// The exercises and the support crate as a learner has them, by their paths in a workspace.
pub fn files(set: &SetSource, curriculum: &Curriculum) -> Result<Files, CommandError> {
    let mut files = Files::new();
    for path in set.list(Path::new("exercises")) {
        // What only the judge may know: signatures and hints, what a witness is asked for, and planted faults, which
        // nobody should stumble over who is to find them.
        let planted = curriculum.exercises.iter().any(|e| path.starts_with(e.companions.join("variants")));
        let judges = |name: &std::ffi::OsStr| name == "topic.toml" || name == check::witness::FILE;
        if path.file_name().is_some_and(|name| !judges(name)) && !planted {
            let bytes = set.read(&path)?.into_owned();
            let bytes = without_secrets(curriculum, &path, bytes);
            files.insert(name_in_workspace(&path), bytes);
        }
    }
    for (path, bytes) in files_of(set, "kit")? {
        files.insert(name_in_workspace(&path), bytes);
    }
    Ok(files)
}

/// The items of predictions come without what they would give away; everything else as it is.
fn without_secrets(curriculum: &Curriculum, path: &Path, bytes: Vec<u8>) -> Vec<u8> {
    let item = |exercise: &Exercise| path.parent() == Some(exercise.companions.join("items").as_path());
    if !curriculum.exercises.iter().any(item) {
        return bytes;
    }
    check::predict::item::for_learners(&String::from_utf8_lossy(&bytes)).into_bytes()
}

/// A repository of their own, so that learners can look back; without git there simply is none.
fn start_repository(ground: &Ground, runner: &dyn Runner, root: &Path) {
    let Ok(git) = which::which_in("git", ground.var("PATH"), root) else { return };
    let spec = CommandSpec {
        program: git,
        args: vec!["init".into(), "--quiet".into()],
        env: ground.child_env(),
        cwd: root.to_path_buf(),
        timeout: std::time::Duration::from_secs(5),
        confine: None,
        capture: Capture::HeadAndTail(4096),
        bring: Vec::new(),
    };
    let _ = runner.run(&spec, &Cancel::new(), &|_, _| {});
}
