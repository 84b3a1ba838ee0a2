//! `init`: a workspace, without a question.

use std::path::Path;

use super::error::{CommandError, code};
use super::ground::Ground;
use super::{handout, trust};
use crate::message::Message;
use crate::output::Reporter;
use crate::process::Runner;
use crate::workspace::{self, Found};

/// Makes it and says what comes next.
pub fn run(
    ground: &Ground,
    reporter: &mut Reporter,
    runner: &dyn Runner,
    dir: Option<&Path>,
) -> Result<u8, CommandError> {
    // Beside the set, wherever in it somebody stands: a workspace among its exercises would become part of it.
    let base = match workspace::find(&ground.cwd)? {
        Found::Set(set) if dir.is_none() => set,
        _ => ground.cwd.clone(),
    };
    let root = base.join(dir.unwrap_or_else(|| Path::new("roadmap")));
    let made = handout::make(ground, runner, &root)?;
    if ground.common.trust
        && let Some(set) = made.set_dir()
    {
        trust::own(ground, &set);
    }
    let shown = workspace::shown_from(&ground.cwd, made.root());
    let shown = if shown.as_os_str().is_empty() { Path::new(".").to_path_buf() } else { shown };
    let text = format!(
        "Made a workspace in {}.\nNext: cd {} && cargo roadmap watch",
        shown.display(),
        shown.display()
    );
    reporter.tell(&Message::News(text))?;
    Ok(code::PASSED)
}
