//! `run`: one exercise, judged now.

use super::error::CommandError;
use super::ground::Ground;
use super::judging;
use super::site::Site;
use super::trust;
use crate::message::Message;
use crate::output::Reporter;
use crate::process::{Cancel, Runner};

/// Judges the named exercise, or the current one, and records a pass.
pub fn run(
    ground: &Ground,
    reporter: &mut Reporter,
    runner: &dyn Runner,
    name: Option<&str>,
) -> Result<u8, CommandError> {
    let mut site = Site::open_or_make(ground, runner, reporter)?;
    let id = site.choose(name)?;
    let may_run = trust::ask(ground, reporter, &site.set)?;
    reporter.tell(&Message::Checking(site.place(ground, id)))?;
    let theirs = site.workspace.read(site.curriculum.exercise(id))?;
    let tools = judging::toolchain(ground, &site, runner)?;
    let outcome = {
        let engine = judging::engine(ground, &site, runner, &tools, false, may_run)?.ahead();
        engine.judge(&site.job(id, theirs)?, &Cancel::new(), &|_| {})?
    };
    let not_recorded = judging::record(ground, &mut site, std::slice::from_ref(&outcome), None)?;
    let code = judging::exit_code([&outcome]);
    let report = judging::report(ground, &site, id, outcome, not_recorded);
    reporter.tell(&Message::Judged(Box::new(report)))?;
    Ok(code)
}
