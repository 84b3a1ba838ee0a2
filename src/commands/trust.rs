//! Sets of strangers. Their tests and build scripts run with the user's rights, so the first run of one asks whether it
//! may. It must not judge a set: only its owner's word counts.

use std::io::BufRead as _;
use std::path::{Path, PathBuf};

use super::error::CommandError;
use super::ground::Ground;
use crate::cli::Format;
use crate::curriculum::SetSource;
use crate::message::{Message, Problem};
use crate::output::Reporter;
use crate::workspace::trusted::Trusted;

/// Somebody may run what is in a set: only [`ask`] gives this out, and no engine is made without it.
#[derive(Clone, Copy, Debug)]
pub struct MayRun(());

/// Goes on where this set is trusted, or becomes so now; to be called before anything of it runs.
pub fn ask(ground: &Ground, reporter: &mut Reporter, set: &SetSource) -> Result<MayRun, CommandError> {
    let Some(set) = unknown(ground, set) else { return Ok(MayRun(())) };
    if !ground.common.trust && !is_said_yes_to(ground, reporter, set)? {
        return Err(CommandError::Usage(refused(set)));
    }
    if let Err(why) = remember(ground, set) {
        reporter.tell(&Message::News(format!("{why}, so you will be asked again.")))?;
    }
    Ok(MayRun(()))
}

/// A set that somebody makes here is theirs.
pub fn own(ground: &Ground, set: &Path) {
    // Where it cannot be remembered they are asked once, as for any other.
    let _ = remember(ground, set);
}

/// The directory of the set, where nobody has said yet that it may run: not the set in the binary, nor its like.
fn unknown<'s>(ground: &Ground, set: &'s SetSource) -> Option<&'s Path> {
    let root = set.root()?;
    if file(ground).is_some_and(|file| file.has(root)) {
        return None;
    }
    let built_in = SetSource::built_in();
    (built_in.revision().ok() != set.revision().ok()).then_some(root)
}

fn is_said_yes_to(ground: &Ground, reporter: &mut Reporter, set: &Path) -> Result<bool, CommandError> {
    if !ground.interactive() || ground.common.format == Format::Json {
        return Ok(false);
    }
    let question = format!(
        "The exercises come from {}.\nTheir tests and build scripts run with your rights, as any program of yours does.\n\
         Do you trust this set? [y/N]",
        set.display()
    );
    reporter.tell(&Message::Question(question))?;
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

fn refused(set: &Path) -> Problem {
    Problem::new(format!("nothing of the exercise set in {} has been run", set.display()))
        .because(
            "its tests and build scripts would run with your rights, and nobody has said yet that they may",
        )
        .help("look at it, and then say so once: the same command with `--trust`")
}

/// Where programs of a user keep their state.
fn file(ground: &Ground) -> Option<Trusted> {
    let named = |name: &str| ground.var(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let state = named("XDG_STATE_HOME")
        .or_else(|| named("LOCALAPPDATA"))
        .or_else(|| Some(named("HOME")?.join(".local").join("state")))?;
    Some(Trusted::in_state(&state))
}

fn remember(ground: &Ground, set: &Path) -> Result<(), String> {
    let file = file(ground).ok_or("There is no directory in which your answer could be kept")?;
    file.add(set).map_err(|error| format!("Your answer could not be kept ({error})"))
}
