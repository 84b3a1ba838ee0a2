//! All rules for one exercise, and what they may know of the set around it. It must not hold a rule itself.

use super::files::Files;
use super::{At, facts, judging, machine, map, metadata, names, signature, texts};
use crate::curriculum::Form;
use crate::curriculum::raw::RawExercise;

/// What the rules for an exercise may know.
pub(in crate::curriculum) struct Known<'k> {
    /// The check words there are.
    pub(in crate::curriculum) checks: &'k [&'k str],
    /// The topics of the set.
    pub(in crate::curriculum) topics: &'k map::Ids<'k>,
    /// The files of the set.
    pub(in crate::curriculum) files: &'k Files,
    /// The crates of the set's dependency table.
    pub(in crate::curriculum) crates: &'k [String],
}

/// Reports everything that is wrong with one exercise of the topic with this id, whose files lie in
/// `dir`; says whether it is a file or a package.
pub(in crate::curriculum) fn judge(
    raw: &RawExercise,
    topic: &str,
    dir: &str,
    known: &Known<'_>,
    at: &mut At<'_>,
) -> Form {
    names::exercise(&raw.name, at);
    raw.formerly.iter().for_each(|old| names::exercise(old, at));
    map::after(raw, topic, known.topics, at);
    judging::size(raw, at);
    judging::checks(raw, known, at);
    judging::needs(raw, at);
    judging::words(raw, at);
    judging::crates(raw, known, at);
    judging::limits(raw, at);
    judging::options(raw, at);
    metadata::judge(raw, at);
    signature::fails_with(raw, at);
    signature::traps(raw, at);
    texts::of_exercise(raw, at);
    facts::judge(raw, at);
    let form = known.files.form(dir, raw.name.get_ref());
    // A name that is refused is no path to look for.
    if names::is_name(raw.name.get_ref()) {
        super::files::present(raw, dir, known.files, at);
        super::files::companions(raw, dir, known.files, at);
        machine::judge(raw, form, dir, known.files, at);
    }
    super::files::locked(raw, form, at);
    form
}
