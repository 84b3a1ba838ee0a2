//! Compiles `src/` once more, with one signal more than there is today, and notes in which functions of
//! `src/lib.rs` the compiler found a match that does not cover it. `tests/next_year.rs` reads that list.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const TODAY: &str = "pub enum Signal {\n";
const NEXT_YEAR: &str = "pub enum Signal {\n    Flashing,\n";

fn main() {
    println!("cargo::rerun-if-changed=src");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let next_year = out.join("next_year");
    fs::create_dir_all(&next_year).expect("OUT_DIR can be written");
    for entry in fs::read_dir("src").expect("the package has a src") {
        let path = entry.expect("src can be listed").path();
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        let name = path.file_name().expect("a file has a name");
        fs::write(next_year.join(name), text.replace(TODAY, NEXT_YEAR)).expect("it can be written");
    }
    let notes = open_matches(&next_year);
    fs::write(out.join("next_year.txt"), notes).expect("OUT_DIR can be written");
}

/// A line for each error: its code and the function that it stands in.
fn open_matches(dir: &Path) -> String {
    let lib = dir.join("lib.rs");
    let compiled = Command::new(env::var_os("RUSTC").expect("cargo names the compiler"))
        .args(["--edition", "2024", "--crate-type", "lib", "--crate-name"])
        .args(["no_wildcards", "--emit=metadata", "--error-format=short"])
        .arg("--out-dir")
        .arg(dir)
        .arg(&lib)
        .output()
        .expect("the compiler can be started");
    let source = fs::read_to_string(&lib).expect("src/lib.rs is there");
    let mut notes = String::new();
    for line in String::from_utf8_lossy(&compiled.stderr).lines() {
        let Some((place, words)) = line.split_once(": error[") else {
            continue;
        };
        let mut numbers = place.rsplit(':');
        let at = numbers.nth(1).and_then(|number| number.parse().ok());
        let function = function_at(&source, at.unwrap_or(0));
        let code = words.split(']').next().unwrap_or_default();
        notes.push_str(&format!("{code} {function}\n"));
    }
    notes
}

/// The name of the last function that begins at or above this line.
fn function_at(source: &str, line: usize) -> &str {
    let names = source.lines().take(line).filter_map(|line| {
        let (_, name) = line.split_once("fn ")?;
        name.split(|c: char| !c.is_alphanumeric() && c != '_')
            .next()
    });
    names.last().unwrap_or("nowhere")
}
