//! `read`: what to read for an exercise, or its first link in the browser.

use super::error::{CommandError, code};
use super::ground::Ground;
use super::site::Site;
use crate::curriculum::Reading;
use crate::message::{Message, Problem};
use crate::output::Reporter;
use crate::process::{Cancel, Capture, CommandSpec, Exit, Runner};

/// Tells the reading; opens the first link where that is asked for.
pub fn run(
    ground: &Ground,
    reporter: &mut Reporter,
    runner: &dyn Runner,
    name: Option<&str>,
    open: bool,
) -> Result<u8, CommandError> {
    let site = Site::open(ground, reporter)?;
    let id = site.choose(name)?;
    let topic = site.curriculum.topic_of(id);
    let readings = topic.reading.clone();
    if open && !open_first(ground, runner, &readings) {
        let problem = Problem::new("the link could not be opened").help("the links stand below; copy one");
        reporter.tell(&Message::Problem(problem))?;
    }
    reporter.tell(&Message::Readings { topic: topic.title.clone(), readings })?;
    Ok(code::PASSED)
}

/// Asks the desktop to open the first link; says whether it took it.
pub fn open_first(ground: &Ground, runner: &dyn Runner, readings: &[Reading]) -> bool {
    let Some(url) = readings.iter().map(|reading| reading.url.as_str()).find(|url| !url.is_empty()) else {
        return false;
    };
    let name = if cfg!(windows) {
        "explorer"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let Ok(program) = which::which_in(name, ground.var("PATH"), &ground.cwd) else { return false };
    let spec = CommandSpec {
        program,
        args: vec![url.into()],
        // A browser needs the whole session: display, bus, desktop.
        env: ground.env.clone(),
        cwd: ground.cwd.clone(),
        timeout: std::time::Duration::from_secs(5),
        confine: None,
        capture: Capture::HeadAndTail(4096),
        bring: Vec::new(),
    };
    runner.run(&spec, &Cancel::new(), &|_, _| {}).is_ok_and(|done| done.exit == Exit::Code(0))
}
