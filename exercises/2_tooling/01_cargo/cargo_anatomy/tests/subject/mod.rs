//! Asks cargo about a copy of the workspace in `subject/`, offline. The copy keeps yours as it is.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// The names of the targets of one kind, in order.
pub fn targets(package: &str, kind: &str) -> Vec<String> {
    let manifest = format!("{package}/Cargo.toml");
    let args = [
        "metadata",
        "--no-deps",
        "--format-version",
        "1",
        "--manifest-path",
        &manifest,
    ];
    let said = cargo(&copy("metadata"), &args).0;
    // Where an object says `"kind":["bin"]`, its name comes next.
    let source = format!("/{package}/");
    let mut names: Vec<String> = said
        .split(&format!("\"kind\":[\"{kind}\"]"))
        .skip(1)
        .filter(|rest| {
            value(rest, "src_path").is_some_and(|path| path.replace('\\', "/").contains(&source))
        })
        .filter_map(|rest| value(rest, "name"))
        .map(str::to_owned)
        .collect();
    names.sort();
    names
}

fn value<'a>(json: &'a str, key: &str) -> Option<&'a str> {
    let (_, rest) = json.split_once(&format!("\"{key}\":\""))?;
    Some(rest.split_once('"')?.0)
}

/// The features with which `package` is built, in order.
pub fn features(package: &str, selection: &[&str]) -> Vec<String> {
    let mut args = vec!["tree", "--prefix", "none", "--format", "{p}|{f}"];
    args.extend(selection);
    let said = cargo(&copy("tree"), &args).0;
    let line = said
        .lines()
        .find(|line| line.starts_with(&format!("{package} ")))
        .unwrap_or_else(|| panic!("`{package}` is not in the tree:\n{said}"));
    let list = line.split_once('|').map_or("", |(_, list)| list);
    let list = list
        .split([' ', ','])
        .filter(|name| !name.is_empty() && *name != "(*)");
    let mut names: Vec<String> = list.map(str::to_owned).collect();
    names.sort();
    names
}

/// The packages that the second of two builds compiles, where `file` was saved between them.
pub fn compiled_again(file: &str) -> Vec<String> {
    let root = copy(&file.replace(['/', '.'], "_"));
    let build = ["build", "--workspace", "--verbose"];
    cargo(&root, &build);
    let saved = fs::File::options()
        .append(true)
        .open(root.join(file))
        .expect("the file is there");
    // A day behind its copying, which is later than the build: no clock has to be asked for that.
    let copied = saved.metadata().and_then(|it| it.modified());
    let later = copied.expect("the file has a time") + Duration::from_secs(24 * 60 * 60);
    saved.set_modified(later).expect("the file can be saved");
    let (_, said) = cargo(&root, &build);
    let mut names: Vec<String> = said
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("Compiling "))
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    names
}

fn cargo(root: &Path, args: &[&str]) -> (String, String) {
    let done = Command::new(env!("CARGO"))
        .args(args)
        .arg("--offline")
        .current_dir(root)
        .env("CARGO_TERM_COLOR", "never")
        .env("CARGO_TARGET_DIR", root.join("target"))
        .env_remove("RUSTC_WORKSPACE_WRAPPER")
        .output()
        .expect("cargo can be started");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, err) = (text(&done.stdout), text(&done.stderr));
    assert!(done.status.success(), "cargo {args:?} failed:\n{err}");
    (out, err)
}

/// A fresh copy of the workspace.
fn copy(name: &str) -> PathBuf {
    let to = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("subjects")
        .join(name);
    if to.exists() {
        fs::remove_dir_all(&to).expect("the last copy can be removed");
    }
    copy_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("subject"), &to);
    to
}

fn copy_below(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a directory can be made");
    for entry in fs::read_dir(from).expect("`subject/` can be read") {
        let entry = entry.expect("`subject/` can be read");
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy_below(&from, &to);
        } else {
            fs::copy(&from, &to).expect("a file can be copied");
        }
    }
}
