//! A new set: a map with one stage and one topic, and the support crate, so that it runs at once.

use std::path::PathBuf;

use super::Files;

/// The exercise that a new set has where nobody named one.
pub const FIRST_EXERCISE: &str = "first_steps";

const IGNORED: &str =
    "# The workspace that `cargo roadmap` makes here; it is made again when it is needed.\n/roadmap\n";

/// The files of a set that is called `name` and has one topic; `kit` are those of the support crate.
#[must_use]
pub fn set(name: &str, topic: &str, kit: Files) -> Files {
    let title = super::title(topic);
    let info = format!(
        "# The map of this set: stages and topics, in the order of study. A topic's exercises stand in\n\
         # exercises/<stage>/<topic>/topic.toml; directories are numbered in the order of this file.\n\n\
         format_version = 2\n\n\
         [[stages]]\nid = \"first\"\ntitle = \"First stage\"\ngoal = \"See an exercise fail, and then see it pass.\"\n\n\
         [[topics]]\nid = {topic:?}\nstage = \"first\"\ntitle = {title:?}\nrequires = []\n\
         reading = [{{ title = \"The Rust Programming Language\", url = \"https://doc.rust-lang.org/book/\", minutes = 60 }}]\n"
    );
    let readme = format!(
        "# {name}\n\nExercises in Rust, judged by cargo-roadmap. `cargo roadmap run` in this directory makes a workspace in\n\
         `roadmap/` and judges the first one; what stands in `exercises/` is what learners start with.\n"
    );
    let mut files = kit;
    files.insert(PathBuf::from("info.toml"), info.into_bytes());
    files.insert(PathBuf::from("README.md"), readme.into_bytes());
    files.insert(PathBuf::from(".gitignore"), IGNORED.into());
    // As rustfmt comes: what learners have.
    files.insert(PathBuf::from("rustfmt.toml"), b"style_edition = \"2024\"\n".to_vec());
    files
}
