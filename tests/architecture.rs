//! The architecture, read from the code: who may import whom, that side effects have one home, that the
//! map in ARCHITECTURE.md is true, and that files and functions stay small.
#![expect(clippy::unwrap_used, reason = "a test ends where something unexpected is missing")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A module may use only modules in the lines above its own; neighbours in a line may not use each other.
const LINES: [&[&str]; 8] = [
    &["curriculum", "process"],
    &["registry", "scaffold", "toolchain", "workspace"],
    &["check"],
    &["progress"],
    &["message"],
    &["engine", "author", "machines", "watch", "output", "terminal"],
    &["cli"],
    &["commands"],
];

/// What nobody but these may use, although the lines would allow it.
const ONLY_BY: [(&str, &[&str]); 1] = [("cli", &["commands"])];

/// What these may not use, although the lines would allow it.
const NEVER: [(&str, &str); 3] = [("check", "workspace"), ("message", "process"), ("output", "process")];

/// Names that belong to one module alone, with the reason.
const HOMES: [(&str, &[&str], &str); 5] = [
    ("trait Runner", &["process"], "checks describe, runners do"),
    (
        "Runner",
        &["process", "registry", "toolchain", "engine", "author", "commands"],
        "a check never runs a program",
    ),
    ("crossterm::", &["terminal"], "raw mode, keys and size are taken and given back in one place"),
    ("notify::", &["watch"], "file events belong to the session"),
    ("signal_hook::", &["process", "terminal"], "signals belong to the terminal, and to the confined child"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(dir: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    rust_files(&root().join("src"), &mut found);
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path.strip_prefix(root()).unwrap().to_path_buf(), text)
    };
    found.into_iter().map(read).collect()
}

/// `src/check/build.rs` and `src/check.rs` belong to `check`; `main.rs` and `lib.rs` to nobody.
fn module_of(path: &Path) -> Option<String> {
    let inside = path.strip_prefix("src").ok()?;
    let first = inside.iter().next()?.to_str()?;
    let name = first.strip_suffix(".rs").unwrap_or(first);
    (name != "main" && name != "lib").then(|| name.to_owned())
}

fn line_of(module: &str) -> Option<usize> {
    LINES.iter().position(|line| line.contains(&module))
}

/// Source without comments, so that words in them never count.
fn code(text: &str) -> String {
    let lines = text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

/// The first segments of all `crate::…` paths, `use crate::{a, b}` included.
fn used_modules(text: &str) -> BTreeSet<String> {
    let text = code(text);
    let mut used = BTreeSet::new();
    let word =
        |text: &str| -> String { text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let inside: String = group.chars().take_while(|c| *c != '}').collect();
            used.extend(inside.split(',').map(|part| word(part.trim())));
        } else {
            used.insert(word(rest));
        }
    }
    used.retain(|name| !name.is_empty());
    used
}

/// `super::` that leaves a top-level module: only from its own root file.
fn leaves_by_super(path: &Path, text: &str) -> Vec<String> {
    let depth = path.iter().count() - 2 - usize::from(path.ends_with("mod.rs"));
    let too_many = "super::".repeat(depth + 1);
    let found = code(text);
    let hits = found.match_indices(too_many.as_str()).filter(|(at, _)| {
        // In a nested `mod tests` one more `super` stays inside.
        !found[..*at].contains("mod tests")
    });
    hits.map(|_| format!("{} climbs out of its module with `super`", path.display())).collect()
}

#[test]
fn imports_point_one_way() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some(module) = module_of(&path) else { continue };
        let Some(own) = line_of(&module) else {
            wrong.push(format!("{} belongs to no line of the table", path.display()));
            continue;
        };
        for used in used_modules(&text) {
            let allowed = used == module || line_of(&used).is_some_and(|line| line < own);
            let reserved = ONLY_BY
                .iter()
                .any(|(name, by)| *name == used && !by.contains(&module.as_str()) && used != module);
            let never = NEVER.contains(&(module.as_str(), used.as_str()));
            if !allowed || reserved || never {
                wrong.push(format!("{module} uses {used} ({})", path.display()));
            }
        }
        wrong.extend(leaves_by_super(&path, &text));
    }
    assert!(wrong.is_empty(), "imports that point the wrong way:\n{}", wrong.join("\n"));
}

#[test]
fn side_effects_stay_in_their_homes() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some(module) = module_of(&path) else { continue };
        let code = code(&text);
        for (word, homes, why) in HOMES {
            let named = code.match_indices(word).any(|(at, _)| {
                !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '"')
                    && !code[at + word.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
            });
            if named && !homes.contains(&module.as_str()) {
                wrong.push(format!("{} names `{word}`: {why}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_of_the_library_is_in_the_table() {
    let lib = std::fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let named: Vec<&str> =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.split(';').next()).collect();
    assert!(named.len() > 5, "the module table of lib.rs was not read");
    let lines: Vec<usize> = named.iter().map(|name| line_of(name).expect(name)).collect();
    assert!(lines.is_sorted(), "lib.rs lists the modules in import order: {named:?}");
}

#[test]
fn the_map_in_architecture_md_is_true() {
    let map = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let mut wrong = Vec::new();
    for (path, _) in sources() {
        if let Some(module) = module_of(&path)
            && !map.contains(&format!("`{module}`"))
        {
            wrong.push(format!("{module} is not named in ARCHITECTURE.md"));
        }
    }
    for quoted in map.split('`').skip(1).step_by(2) {
        let is_path = ["src/", "tests/", "kit/", "benches/", "docs/", ".ci/"]
            .iter()
            .any(|start| quoted.starts_with(start));
        if is_path && !root().join(quoted).exists() {
            wrong.push(format!("ARCHITECTURE.md names {quoted}, which does not exist"));
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_have_at_most_350_lines_and_say_what_they_are_for() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        if text.lines().count() > 350 {
            wrong.push(format!("{} has {} lines", path.display(), text.lines().count()));
        }
        if !text.starts_with("//!") {
            wrong.push(format!("{} does not open with what it is for", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn there_is_no_drawer_for_odds_and_ends() {
    let names: BTreeMap<String, PathBuf> = sources()
        .into_iter()
        .map(|(path, _)| (path.file_stem().unwrap().to_string_lossy().into_owned(), path))
        .collect();
    for name in ["util", "utils", "helpers", "common", "misc"] {
        assert!(!names.contains_key(name), "{name}.rs says nothing about what is in it");
    }
}
