//! `hint`: the next rung. It never moves the current exercise.

use super::error::{CommandError, code};
use super::ground::Ground;
use super::site::Site;
use crate::curriculum::ExerciseId;
use crate::message::{Hint, Message};
use crate::output::Reporter;
use crate::progress::StoreError;

/// Tells the next hint and remembers that it was seen.
pub fn run(ground: &Ground, reporter: &mut Reporter, name: Option<&str>) -> Result<u8, CommandError> {
    let mut site = Site::open(ground, reporter)?;
    let id = site.choose(name)?;
    let hint = next(&mut site, id)?;
    reporter.tell(&Message::Hint(hint))?;
    Ok(code::PASSED)
}

/// The next rung of an exercise, which is recorded as seen; the last one again where all were.
pub fn next(site: &mut Site, id: ExerciseId) -> Result<Hint, CommandError> {
    let exercise = site.curriculum.exercise(id);
    let of = exercise.hints.len();
    let mut seen = None;
    let updated = site.store.update(|progress| seen = Some(progress.see_hint(&exercise.name, of)));
    match updated {
        Ok(progress) => site.progress = progress,
        // A hint is given even where nothing can be recorded.
        Err(StoreError::ReadOnly { .. }) => seen = Some(site.progress.see_hint(&exercise.name, of)),
        Err(error) => return Err(error.into()),
    }
    let (rung, again) = seen.map_or((0, false), |rung| (rung.number, rung.again));
    let text = rung.checked_sub(1).and_then(|place| exercise.hints.get(place));
    Ok(Hint {
        exercise: exercise.name.clone(),
        rung,
        of,
        text: text.map_or_else(|| "This exercise has no hints.".to_owned(), |text| text.trim().to_owned()),
        again,
    })
}
