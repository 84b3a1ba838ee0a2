//! What was made or changed on disk, as lists. It must not hold a sentence about anything else.

use super::super::style::{Style, Tone};
use crate::message::{Action, Made, Update, UpdateLine};

/// What is there now, file by file, and what comes next.
pub(super) fn made(style: &Style, made: &Made) -> String {
    let files = made.files.iter().map(|file| format!("  {}", style.word(&file.display().to_string())));
    let mut lines = vec![style.clean(&made.what), String::new()];
    lines.extend(files);
    if !made.next.is_empty() {
        lines.extend([String::new(), "Next:".to_owned()]);
    }
    // Not wrapped: there are commands among them, to be copied.
    lines.extend(made.next.iter().map(|next| format!("  {}", style.clean(next))));
    lines.join("\n") + "\n"
}

/// What an update did, by what became of things.
pub(super) fn updated(style: &Style, update: &Update) -> String {
    if update.lines.is_empty() {
        return "Everything is as the set has it; nothing to update.\n".to_owned();
    }
    let mut changes: Vec<&UpdateLine> = update.lines.iter().collect();
    changes.sort_by_key(|line| line.action);
    let mut lines = Vec::new();
    for group in changes.chunk_by(|one, other| one.action == other.action) {
        lines.push(style.paint(Tone::Strong, heading(group[0].action)));
        lines.extend(group.iter().map(|line| {
            let path = style.word(&line.path.display().to_string());
            let from = line.from.as_ref().map(|from| style.word(&from.display().to_string()));
            from.map_or_else(|| format!("  {path}"), |from| format!("  {path}, before {from}"))
        }));
    }
    lines.push(String::new());
    lines.push(match (&update.backup, update.dry_run) {
        (_, true) => "Nothing was changed: this is what `cargo roadmap update` would do.".to_owned(),
        (Some(backup), _) => format!("As it was before: {}", style.word(&backup.display().to_string())),
        (None, _) => "Nothing of yours was replaced.".to_owned(),
    });
    lines.join("\n") + "\n"
}

fn heading(action: Action) -> &'static str {
    match action {
        Action::Added => "New",
        Action::Replaced => "Replaced by what the set has now",
        Action::Kept => "Your part kept, checks renewed",
        Action::Moved => "In another place",
        Action::Removed => "Taken away, no longer in the set",
        Action::Stays => "Yours, left as it is",
    }
}
