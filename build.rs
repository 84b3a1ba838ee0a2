//! Tells cargo that the built-in set and the templates of `new` are part of the binary: without these lines a changed file
//! would not be embedded again. It hashes the code that judges, so that no verdict outlives it. It must not generate
//! anything.

use std::hash::{DefaultHasher, Hasher as _};
use std::io;
use std::path::Path;

/// What decides a verdict besides the answer, the set and the tools.
const JUDGING: [&str; 6] =
    ["src/check", "src/engine", "src/engine.rs", "src/machines", "src/process", "src/registry"];

fn main() -> io::Result<()> {
    let embedded = ["info.toml", "exercises", "solutions", "kit", "crates", "src/scaffold/templates"];
    for path in embedded.iter().chain(&JUDGING) {
        println!("cargo::rerun-if-changed={path}");
    }
    let mut hasher = DefaultHasher::new();
    for path in JUDGING {
        add(Path::new(path), &mut hasher)?;
    }
    println!("cargo::rustc-env=ROADMAP_JUDGING={:016x}", hasher.finish());
    Ok(())
}

/// A file with its name, or all files below a directory in the order of their names.
fn add(path: &Path, hasher: &mut DefaultHasher) -> io::Result<()> {
    if path.is_dir() {
        let mut inside = Vec::new();
        for entry in path.read_dir()? {
            inside.push(entry?.path());
        }
        inside.sort();
        return inside.iter().try_for_each(|path| add(path, hasher));
    }
    let bytes = std::fs::read(path)?;
    for part in [path.as_os_str().as_encoded_bytes(), &bytes] {
        // Lengths keep two neighbours from being read as one.
        hasher.write_usize(part.len());
        hasher.write(part);
    }
    Ok(())
}
