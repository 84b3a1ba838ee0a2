//! The Cargo.toml of a workspace: with it rust-analyzer opens every exercise, and `cargo test` runs one
//! by hand. It must not decide what is judged: the runner never reads it.

use std::fmt::Write as _;

use crate::curriculum::{Curriculum, Form};

/// A manifest that names each file exercise as a target of its own and keeps packages out.
///
/// Written as text, because its order and its comment are for people.
#[must_use]
pub fn manifest(curriculum: &Curriculum, with_kit: bool) -> String {
    let mut text = String::from(
        "# Written by `cargo roadmap init`: with it rust-analyzer opens every exercise, and\n\
         # `cargo test --test NAME` runs one by hand. `cargo roadmap` itself does not read it.\n\
         [package]\nname = \"roadmap-exercises\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\
         autobins = false\nautotests = false\nautoexamples = false\nautobenches = false\n\n[workspace]\n",
    );
    let packages = curriculum.exercises.iter().filter(|exercise| exercise.form == Form::Package);
    let excluded: Vec<String> = packages.map(|e| format!("    {},\n", quoted(&slashes(&e.path)))).collect();
    if !excluded.is_empty() {
        let _ = writeln!(text, "exclude = [\n{}]", excluded.concat());
    }
    if with_kit {
        text.push_str("\n[dependencies]\nkit = { path = \"kit\" }\n");
    }
    let files = || curriculum.exercises.iter().filter(|exercise| exercise.form == Form::File);
    let is_program = |checks: &[String]| checks.iter().any(|check| check == "run" || check == "golden");
    if !files().any(|exercise| is_program(&exercise.checks)) {
        // cargo wants a library or a program in every package.
        text.push_str("\n[lib]\npath = \".roadmap/nothing.rs\"\n");
    }
    for exercise in files() {
        let kind = if is_program(&exercise.checks) { "bin" } else { "test" };
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
fn slashes(path: &std::path::Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}
