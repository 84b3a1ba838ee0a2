//! `init`: a workspace, without a question.

use std::path::Path;

use super::error::{CommandError, code};
use super::ground::Ground;
use super::site;
use crate::message::Message;
use crate::output::Reporter;
use crate::process::Runner;
use crate::workspace;

/// Makes it and says what comes next.
pub fn run(
    ground: &Ground,
    reporter: &mut Reporter,
    runner: &dyn Runner,
    dir: Option<&Path>,
) -> Result<u8, CommandError> {
    let root = ground.cwd.join(dir.unwrap_or_else(|| Path::new("roadmap")));
    let made = site::make(ground, runner, &root)?;
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
