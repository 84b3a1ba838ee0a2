//! The Cargo.toml of a workspace: with it rust-analyzer opens every exercise, and `cargo test` runs one
//! by hand. It must not decide what is judged: the runner never reads it.

use std::fmt::Write as _;
use std::path::Path;

use super::{Workspace, WorkspaceError, read_text, write_whole};
use crate::curriculum::{Curriculum, Exercise, Form};

/// What became of a workspace's manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refreshed {
    /// It is new.
    Written,
    /// It was so before.
    Same,
    /// Somebody else wrote into it: it is theirs now.
    Edited,
}

impl Workspace {
    /// Lets exercises that use crates join the manifest; `crates` are the lines of its dependencies. Only a manifest
    /// of ours is written anew.
    pub fn refresh_manifest(
        &self,
        curriculum: &Curriculum,
        with_kit: bool,
        crates: &str,
    ) -> Result<Refreshed, WorkspaceError> {
        let path = self.root().join("Cargo.toml");
        let there = read_text(&path).unwrap_or_default();
        let (before, after) =
            (manifest(curriculum, with_kit, None), manifest(curriculum, with_kit, Some(crates)));
        if there == after {
            return Ok(Refreshed::Same);
        }
        if there != before {
            return Ok(Refreshed::Edited);
        }
        write_whole(&path, after.as_bytes())?;
        self.record_also(Path::new("Cargo.toml"), after.as_bytes())?;
        Ok(Refreshed::Written)
    }
}

/// Whether crates of the set have joined this manifest.
#[must_use]
pub fn has_crates(manifest: &str) -> bool {
    let parsed: toml::Table = toml::from_str(manifest).unwrap_or_default();
    let dependencies = parsed.get("dependencies").and_then(toml::Value::as_table);
    dependencies.is_some_and(|table| table.keys().any(|name| name != "kit"))
}

/// A manifest that names each file exercise as a target of its own and keeps packages out; those that use crates are
/// in it only with the `crates` that they need, lest cargo want the network.
///
/// Written as text, because its order and its comment are for people.
#[must_use]
pub fn manifest(curriculum: &Curriculum, with_kit: bool, crates: Option<&str>) -> String {
    let mut text = String::from(
        "# Written by `cargo roadmap init`: with it rust-analyzer opens every exercise, and\n\
         # `cargo test --test NAME` or `cargo run --example NAME` runs one by hand, whatever\n\
         # the others look like. `cargo roadmap` itself does not read it.\n\
         [package]\nname = \"roadmap-exercises\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\
         autobins = false\nautotests = false\nautoexamples = false\nautobenches = false\n\n[workspace]\n",
    );
    let packages = curriculum.exercises.iter().filter(|exercise| exercise.form == Form::Package);
    let packages = packages.map(|e| format!("    {},\n", quoted(&slashes(&e.path))));
    // Packages are built in our own directory, and cargo would look for their workspace up to here.
    let excluded: String = std::iter::once("    \".roadmap\",\n".to_owned()).chain(packages).collect();
    let _ = writeln!(text, "exclude = [\n{excluded}]");
    text.push_str("\n[dependencies]\n");
    if with_kit {
        text.push_str("kit = { path = \"kit\" }\n");
    }
    text.push_str(crates.unwrap_or_default());
    let ready = |exercise: &&Exercise| exercise.crates.is_empty() || crates.is_some();
    let files = || curriculum.exercises.iter().filter(|e| e.form == Form::File).filter(ready);
    let is_program = |checks: &[String]| checks.iter().any(|check| check == "run" || check == "golden");
    // cargo wants a library or a program in every package, and builds all programs before any test: an exercise that
    // is one would have to compile before another could be tested. Examples are built only where they are asked for.
    text.push_str("\n[lib]\npath = \".roadmap/nothing.rs\"\n");
    for exercise in files() {
        let kind = if is_program(&exercise.checks) { "example" } else { "test" };
        let (name, path) = (quoted(&exercise.name), quoted(&slashes(&exercise.path)));
        let _ = writeln!(text, "\n[[{kind}]]\nname = {name}\npath = {path}");
    }
    text
}

/// As a TOML string.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// Manifests are shared between systems, so paths in them are written one way.
fn slashes(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_have_joined_where_there_is_more_than_the_support_crate() {
        let with = |lines: &str| has_crates(&format!("[package]\nname = \"x\"\n[dependencies]\n{lines}"));
        assert!(!with("") && !with("kit = { path = \"kit\" }\n") && !has_crates("not a manifest ["));
        assert!(with("kit = { path = \"kit\" }\nregex = \"1\"\n"));
    }
}
