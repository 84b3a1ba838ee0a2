use regex::{Captures, Regex};
use std::borrow::Cow;
use std::sync::OnceLock;

fn both() -> &'static Regex {
    static BOTH: OnceLock<Regex> = OnceLock::new();
    BOTH.get_or_init(|| {
        Regex::new(r"\buser=\w+|\bsession=[0-9]*(?<tail>[0-9]{2})\b").expect("a sound pattern")
    })
}

fn scrub(line: &str) -> Cow<'_, str> {
    both().replace_all(line, |found: &Captures<'_>| match found.name("tail") {
        Some(tail) => format!("session=***{}", tail.as_str()),
        None => String::from("user=***"),
    })
}
