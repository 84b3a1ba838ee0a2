//! The support crate of the exercises: its own tests, those in its documentation, the examples in docs/kit.md,
//! and that this page names what is public and nothing else.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test starts compilers and reads files"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs a program to its end and shows what it said if it failed.
fn succeeds(command: &mut Command) -> String {
    let done = command.current_dir(root()).output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success(), "{command:?}\n{said}");
    said
}

/// How many tests the harnesses in this output say have passed.
fn passed(said: &str) -> usize {
    let counts = said.lines().filter_map(|line| line.strip_prefix("test result: ok. ")?.split(' ').next());
    counts.map(|count| count.parse::<usize>().unwrap()).sum()
}

fn kit() -> impl Iterator<Item = (PathBuf, String)> {
    let dir = std::fs::read_dir(root().join("kit")).unwrap().map(|entry| entry.unwrap().path());
    dir.filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|path| (path.clone(), std::fs::read_to_string(&path).unwrap()))
}

#[test]
fn its_own_tests_pass_without_a_warning() {
    let dir = tempfile::tempdir().unwrap();
    let tests = dir.path().join("kit_tests");
    let args = ["--edition", "2024", "--crate-name", "kit", "-D", "warnings", "-D", "missing_docs"];
    succeeds(Command::new("rustc").args(args).args(["--test", "kit/lib.rs", "-o"]).arg(&tests));
    let here = kit().map(|(_, text)| text.matches("#[test]").count()).sum::<usize>();
    assert!(here > 60, "only {here} tests were found");
    assert_eq!(passed(&succeeds(&mut Command::new(tests))), here);
}

#[test]
fn the_examples_in_it_and_on_its_page_hold() {
    let dir = tempfile::tempdir().unwrap();
    let library = dir.path().join("libkit.rlib");
    let args = ["--edition", "2024", "--crate-name", "kit", "--crate-type", "rlib", "kit/lib.rs", "-o"];
    succeeds(Command::new("rustc").args(args).arg(&library));
    let examples = |file: &str| {
        let mut rustdoc = Command::new("rustdoc");
        rustdoc.args(["--test", "--edition", "2024", "--crate-name", "kit", "--extern"]);
        succeeds(rustdoc.arg(format!("kit={}", library.display())).arg(file))
    };
    assert!(passed(&examples("kit/lib.rs")) > 20);
    let page = std::fs::read_to_string(root().join("docs/kit.md")).unwrap();
    assert_eq!(passed(&examples("docs/kit.md")), page.matches("```rust\n").count());
}

/// The name that a line of source makes public, if it does: an item at the margin, or an exported macro.
fn named(line: &str, exported: bool) -> Option<String> {
    let name = |rest: &str| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().map(str::to_owned);
    if let Some(rest) = line.strip_prefix("macro_rules! ").filter(|_| exported) {
        return name(rest).map(|name| name + "!");
    }
    let words = ["fn ", "const fn ", "struct ", "enum ", "trait ", "const ", "type "];
    let rest = line.strip_prefix("pub ")?;
    // The longest first: `const fn` is no constant called `fn`.
    let rest = words.iter().filter_map(|word| rest.strip_prefix(word)).min_by_key(|rest| rest.len())?;
    name(rest)
}

#[test]
fn its_page_names_what_is_public_and_nothing_else() {
    let lib = std::fs::read_to_string(root().join("kit/lib.rs")).unwrap();
    let private = |stem: &str| lib.contains(&format!("\nmod {stem};"));
    let again: BTreeSet<&str> = lib
        .lines()
        .filter(|line| line.starts_with("pub use "))
        .flat_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_'))
        .collect();
    let mut public = BTreeSet::new();
    for (path, text) in kit() {
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        if private(&stem) {
            continue;
        }
        let mut before = "";
        for line in text.lines() {
            if let Some(name) =
                named(line, before == "#[macro_export]").filter(|_| before != "#[doc(hidden)]")
            {
                let short = name.ends_with('!') || again.contains(name.as_str());
                public.insert(if short { name } else { format!("{stem}::{name}") });
            }
            before = line;
        }
    }
    let page = std::fs::read_to_string(root().join("docs/kit.md")).unwrap();
    let told: BTreeSet<String> = page
        .lines()
        .filter_map(|line| line.strip_prefix("### "))
        .flat_map(|line| line.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert!(public.len() > 40, "only {public:?} were found");
    assert_eq!(told, public, "docs/kit.md and the public items of kit/ differ");
}
