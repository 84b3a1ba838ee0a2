//! Compiles the callers in `tests/walls/` against `src/`, and notes how each of them ended. Those in `outside/`
//! are programs of users; those in `inside/` are put at the end of a copy of the file that their first line names.
//! `tests/walls.rs` reads the notes.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=tests/walls");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let library = out.join("libmodule_walls.rlib");
    compile(
        Path::new("src/lib.rs"),
        "rlib",
        &["-o".into(), library.clone().into()],
    );
    let mut notes = String::new();
    for path in files(Path::new("tests/walls/outside")) {
        let mut with = std::ffi::OsString::from("module_walls=");
        with.push(&library);
        let more = [
            "--emit=metadata".into(),
            "--extern".into(),
            with,
            "-o".into(),
            out.join("probe").into(),
        ];
        note(&mut notes, &path, 0, &compile(&path, "bin", &more));
    }
    for path in files(Path::new("tests/walls/inside")) {
        let copy = out.join("copy");
        let Some(lines_before) = copy_with(&path, &copy) else {
            notes.push_str(&format!(
                "{}\t{} stands in a file that is not there yet\n",
                name(&path),
                path.display()
            ));
            continue;
        };
        let more = [
            "--emit=metadata".into(),
            "-o".into(),
            out.join("inside").into(),
        ];
        let found = compile(&copy.join("lib.rs"), "lib", &more);
        note(&mut notes, &path, lines_before, &found);
    }
    fs::write(out.join("walls.txt"), notes).expect("OUT_DIR can be written");
}

/// The files of a directory, in order.
fn files(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.sort();
    files
}

/// Copies `src/`, with this caller at the end of the file it names; says how many lines stand before
/// it, if that file is there.
fn copy_with(caller: &Path, copy: &Path) -> Option<usize> {
    let text = fs::read_to_string(caller).unwrap_or_default();
    let first = text.lines().next().unwrap_or_default();
    let host = first.rsplit(' ').next().unwrap_or_default();
    let _ = fs::remove_dir_all(copy);
    fs::create_dir_all(copy).expect("OUT_DIR can be written");
    let mut lines = None;
    for path in files(Path::new("src")) {
        let Ok(mut inner) = fs::read_to_string(&path) else {
            continue;
        };
        if path.ends_with(host) {
            inner.push('\n');
            lines = Some(inner.lines().count());
            inner.push_str(&text);
        }
        fs::write(copy.join(path.file_name().expect("a file")), inner).expect("it can be written");
    }
    lines
}

/// Code and line of each error.
fn compile(path: &Path, kind: &str, more: &[std::ffi::OsString]) -> Vec<(String, usize)> {
    let ended = Command::new(env::var_os("RUSTC").expect("cargo names the compiler"))
        .args([
            "--edition",
            "2024",
            "--error-format=short",
            "--crate-type",
            kind,
        ])
        .args([
            "--crate-name",
            if kind == "bin" {
                "user"
            } else {
                "module_walls"
            },
        ])
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

/// One line: the caller's name, a tab, and `as it should be` or whose step it is, and what came of it.
fn note(notes: &mut String, caller: &Path, before: usize, found: &[(String, usize)]) {
    let text = fs::read_to_string(caller).unwrap_or_default();
    let (mut wanted, mut fits) = (Vec::new(), true);
    for (place, line) in text.lines().enumerate() {
        if let Some((_, codes)) = line.split_once("//~ ") {
            let here = found.iter().filter(|(_, at)| *at == before + place + 1);
            let codes: Vec<&str> = codes.trim().split('|').collect();
            fits &=
                here.clone().count() == 1 && here.clone().all(|(code, _)| codes.contains(&&**code));
            wanted.push(format!("{} on line {}", codes.join(" or "), place + 1));
        }
    }
    let came: Vec<String> = found
        .iter()
        .map(|(code, at)| format!("{code} on line {}", at.saturating_sub(before)))
        .collect();
    let should = match &wanted[..] {
        [] => "should be accepted".to_owned(),
        codes => format!("should be refused with {}", codes.join(" and ")),
    };
    let does = match &came[..] {
        [] => "it compiles".to_owned(),
        codes => format!("it is refused with {}", codes.join(" and ")),
    };
    let words = if fits && wanted.len() == found.len() {
        "as it should be".to_owned()
    } else {
        let shows = text.lines().next().unwrap_or_default();
        let shows = shows.trim_start_matches("// ").trim_end_matches('.');
        format!("{shows}: {} {should}, and {does}", caller.display())
    };
    notes.push_str(&format!("{}\t{words}\n", name(caller)));
}

fn name(caller: &Path) -> String {
    caller
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
