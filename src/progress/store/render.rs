//! The text of the state file. Every line of it stands by itself and each exercise is a block of its own,
//! in the order of the alphabet: git merges the passes of two people line by line, and what remains
//! readable of a damaged file is worth reading. It must not depend on anything but the progress.

use std::fmt::Write;

use toml::Value;

use super::super::{Entry, Evidence, Progress};
use super::VERSION;
use crate::check::predict::calibration::First;

const HEADER: &str = "\
# What has been learned here, kept by `cargo roadmap`. Commit it. Should a merge leave conflict markers
# in it, let them be: the next pass unites both sides. Comments of yours are not kept.
";

/// The whole file.
pub(super) fn text(progress: &Progress) -> String {
    let mut text = String::from(HEADER);
    line(&mut text, &["version"], &Value::Integer(VERSION));
    if let Some(current) = &progress.current {
        line(&mut text, &["current"], &Value::String(current.clone()));
    }
    for (name, value) in &progress.rest {
        line(&mut text, &[name], value);
    }
    for (name, entry) in progress.entries.iter().filter(|(_, entry)| !entry.is_blank()) {
        text.push('\n');
        block(&mut text, name, entry);
    }
    text
}

fn block(text: &mut String, name: &str, entry: &Entry) {
    let mut put = |key: &str, value: &Value| line(text, &["exercises", name, key], value);
    if let Some(evidence) = &entry.evidence {
        put("passed", &Value::Table(table(evidence)));
    }
    if !entry.history.is_empty() {
        let earlier = entry.history.iter().map(|evidence| Value::Table(table(evidence)));
        put("earlier", &Value::Array(earlier.collect()));
    }
    if entry.hints > 0 {
        put("hints", &Value::Integer(i64::try_from(entry.hints).unwrap_or(i64::MAX)));
    }
    if let Some(tried) = entry.tried {
        put("tried", &time(tried));
    }
    if let Some(carried) = entry.carried {
        put("carried", &Value::String(carried.as_str().to_owned()));
    }
    if !entry.first.is_empty() {
        let first =
            entry.first.iter().map(|(item, first)| (item.to_string(), Value::String(foretold(*first))));
        put("first", &Value::Table(first.collect()));
    }
    for (key, value) in &entry.rest {
        put(key, value);
    }
}

/// `right 80`, or `wrong` where nobody said how sure they were.
fn foretold((sure, right): First) -> String {
    let word = if right { "right" } else { "wrong" };
    sure.map_or_else(|| word.to_owned(), |sure| format!("{word} {sure}"))
}

fn table(evidence: &Evidence) -> toml::Table {
    let mut table = evidence.rest.clone();
    let checks = evidence.checks.iter().cloned().map(Value::String).collect();
    table.insert("at".into(), time(evidence.at));
    table.insert("checks".into(), Value::Array(checks));
    if evidence.partial {
        table.insert("partial".into(), Value::Boolean(true));
    }
    table.insert("toolchain".into(), Value::String(evidence.toolchain.clone()));
    table.insert("source".into(), Value::String(evidence.source.clone()));
    table.insert("content".into(), Value::String(evidence.content.clone()));
    table
}

/// A TOML time, or a string where TOML's calendar ends before ours.
fn time(at: jiff::Timestamp) -> Value {
    let text = at.to_string();
    text.parse().map_or(Value::String(text), Value::Datetime)
}

fn line(text: &mut String, path: &[&str], value: &Value) {
    for (place, key) in path.iter().enumerate() {
        if place > 0 {
            text.push('.');
        }
        push_key(text, key);
    }
    text.push_str(" = ");
    push_value(text, value);
    text.push('\n');
}

fn push_key(text: &mut String, key: &str) {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if !key.is_empty() && key.chars().all(is_bare) { text.push_str(key) } else { push_string(text, key) }
}

/// toml's own writer spreads some values over several lines; here each stays on its own.
fn push_value(text: &mut String, value: &Value) {
    match value {
        Value::String(string) => push_string(text, string),
        Value::Array(values) => {
            text.push('[');
            for (place, value) in values.iter().enumerate() {
                text.push_str(if place > 0 { ", " } else { "" });
                push_value(text, value);
            }
            text.push(']');
        }
        Value::Table(table) => {
            text.push('{');
            for (place, (key, value)) in table.iter().enumerate() {
                text.push_str(if place > 0 { ", " } else { " " });
                push_key(text, key);
                text.push_str(" = ");
                push_value(text, value);
            }
            text.push_str(" }");
        }
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {
            text.push_str(&value.to_string());
        }
    }
}

fn push_string(text: &mut String, string: &str) {
    text.push('"');
    for c in string.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            _ if c.is_control() => {
                // Writing to a string cannot fail.
                let _ = write!(text, "\\u{:04x}", u32::from(c));
            }
            _ => text.push(c),
        }
    }
    text.push('"');
}
