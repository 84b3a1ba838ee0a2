//! Compiles the programs of users in `tests/walls/` against `src/`, and notes how each of them ended.
//! `tests/walls.rs` reads the notes.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=tests/walls");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let library = out.join("libintervals.rlib");
    let library_at = ["-o".into(), library.clone().into()];
    compile(Path::new("src/lib.rs"), "rlib", "intervals", &library_at);
    let mut with = OsString::from("intervals=");
    with.push(&library);
    let against = [
        "--emit=metadata".into(),
        "--extern".into(),
        with,
        "-o".into(),
        out.join("user").into(),
    ];
    let mut notes = String::new();
    for path in users(Path::new("tests/walls")) {
        let found = compile(&path, "bin", "user", &against);
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        notes.push_str(&format!("{name}\t{}\n", words(&path, &found)));
    }
    fs::write(out.join("walls.txt"), notes).expect("OUT_DIR can be written");
}

/// The files of a directory, in order.
fn users(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.sort();
    files
}

/// Code and line of each error.
fn compile(path: &Path, kind: &str, name: &str, more: &[OsString]) -> Vec<(String, usize)> {
    let ended = Command::new(env::var_os("RUSTC").expect("cargo names the compiler"))
        .args(["--edition", "2024", "--error-format=short"])
        .args(["--crate-type", kind, "--crate-name", name])
        .args(more)
        .arg(path)
        .output()
        .expect("the compiler can be started");
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    let errors = said.lines().filter_map(|line| {
        let (place, words) = line.split_once(": error[")?;
        let number = place.rsplit(':').nth(1)?.parse().ok()?;
        Some((words.split(']').next()?.to_owned(), number))
    });
    errors.collect()
}

/// `as it should be`, or what should have come and what came. A line that should be refused ends with
/// `//~` and its codes, or the next one begins with `//~^` and them; there may be more errors on it, and
/// none elsewhere.
fn words(user: &Path, found: &[(String, usize)]) -> String {
    let text = fs::read_to_string(user).unwrap_or_default();
    let mut wanted = Vec::new();
    for (place, line) in text.lines().enumerate() {
        if let Some((_, codes)) = line.split_once("//~ ") {
            wanted.push((place + 1, codes.trim()));
        } else if let Some((_, codes)) = line.split_once("//~^ ") {
            wanted.push((place, codes.trim()));
        }
    }
    let is_refused = |&(line, codes): &(usize, &str)| {
        let mut here = found.iter().filter(|(_, at)| *at == line);
        here.any(|(code, _)| codes.split('|').any(|one| one == code))
    };
    let is_marked = |(_, at): &(String, usize)| wanted.iter().any(|(line, _)| line == at);
    if wanted.iter().all(is_refused) && found.iter().all(is_marked) {
        return "as it should be".to_owned();
    }
    let shows = text.lines().next().unwrap_or_default();
    let shows = shows.trim_start_matches("// ").trim_end_matches('.');
    let should = if wanted.is_empty() {
        "be accepted"
    } else {
        "be refused where `//~` stands"
    };
    let came: Vec<String> = found
        .iter()
        .map(|(code, at)| format!("{code} on line {at}"))
        .collect();
    let does = if came.is_empty() {
        "it compiles".to_owned()
    } else {
        format!("the compiler says {}", came.join(" and "))
    };
    format!("{shows}: {} should {should}, and {does}", user.display())
}
