//! Each program in `reduced/` is compiled beside its original, and the two reports are compared.

use std::fs;
use std::path::Path;
use std::process::Command;

/// What an error looks like: its code and message, and for each place whether it is the main one and what is said
/// there. Whatever stands in backquotes is left out: those are names.
#[derive(Debug, PartialEq)]
struct Shape {
    code: String,
    message: String,
    labels: Vec<(bool, String)>,
}

fn without_names(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts
        .map(|(place, part)| if place % 2 == 1 { "…" } else { part })
        .collect()
}

/// The text behind `"key":"`; none where the value is `null`.
fn value<'a>(json: &'a str, key: &str) -> Option<&'a str> {
    let start = json.find(&format!("\"{key}\":"))? + key.len() + 3;
    let rest = json[start..].strip_prefix('"')?;
    let end = rest
        .as_bytes()
        .windows(2)
        .position(|pair| pair[1] == b'"' && pair[0] != b'\\');
    if rest.starts_with('"') {
        Some("")
    } else {
        Some(&rest[..=end?])
    }
}

fn shape(report: &str) -> Shape {
    let head = report.split("\"children\":").next().unwrap_or(report);
    // A place in a macro holds the places that it comes from; those are no places of the report.
    let parts: Vec<&str> = head.split("\"is_primary\":").collect();
    let nested =
        |before: &str| before.contains("\"expansion\":{") || before.contains("\"def_site_span\":{");
    let spans = parts
        .windows(2)
        .filter(|pair| !nested(pair[0]))
        .map(|pair| pair[1]);
    let mut labels: Vec<(bool, String)> = spans
        .map(|span| (span.starts_with("true"), value(span, "label").unwrap_or("")))
        .map(|(main, label)| (main, without_names(label)))
        .collect();
    labels.sort();
    let code = head
        .split("\"code\":{")
        .nth(1)
        .and_then(|rest| value(rest, "code"));
    Shape {
        code: code.unwrap_or("no code").to_owned(),
        message: without_names(value(head, "message").unwrap_or("")),
        labels,
    }
}

/// The errors that the compiler reports for this file.
fn errors(file: &str) -> Vec<Shape> {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("minimised.rmeta");
    let said = Command::new(option_env!("RUSTC").unwrap_or("rustc"))
        .args([
            "--edition",
            "2024",
            "--error-format=json",
            "--emit=metadata",
            "--cap-lints=allow",
            "-o",
        ])
        .arg(out)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(file))
        .output()
        .expect("rustc can be started");
    let said = String::from_utf8_lossy(&said.stderr).into_owned();
    let reports = said
        .lines()
        .filter(|line| line.contains("\"level\":\"error\""));
    // The last line only counts the errors.
    reports
        .map(shape)
        .filter(|shape| !shape.message.starts_with("aborting due to"))
        .collect()
}

fn same_error(name: &str) {
    let wanted = errors(&format!("originals/{name}.rs"));
    let found = errors(&format!("reduced/{name}.rs"));
    assert_eq!(wanted.len(), 1, "the original has one error");
    assert!(
        !found.is_empty(),
        "`reduced/{name}.rs` compiles: with what you took out last the error went too"
    );
    assert_eq!(
        found, wanted,
        "`reduced/{name}.rs` shows another error (left) than `originals/{name}.rs` (right); each place is \
         listed with whether it is the main one"
    );
}

fn small(name: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("reduced/{name}.rs"));
    let text = fs::read_to_string(&file).expect("the file is there");
    let lines = text.lines().map(str::trim);
    let code: Vec<&str> = lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .collect();
    let characters = code
        .iter()
        .flat_map(|line| line.chars())
        .filter(|c| !c.is_whitespace())
        .count();
    assert!(
        code.len() <= 25 && characters <= 600,
        "`reduced/{name}.rs` has {} lines and {characters} characters; 25 and 600 are enough for this error",
        code.len()
    );
}

#[test]
fn shelf_is_small() {
    small("shelf");
}

#[test]
fn shelf_shows_the_same_error() {
    same_error("shelf");
}

#[test]
fn jobs_is_small() {
    small("jobs");
}

#[test]
fn jobs_shows_the_same_error() {
    same_error("jobs");
}

#[test]
fn route_is_small() {
    small("route");
}

#[test]
fn route_shows_the_same_error() {
    same_error("route");
}
