use regex::Regex;
use std::borrow::Cow;
use std::sync::LazyLock;

static USER: LazyLock<Regex> = LazyLock::new(|| compiled(r"\buser=(?<name>\w+)"));
static SESSION: LazyLock<Regex> =
    LazyLock::new(|| compiled(r"\bsession=(?<hidden>[0-9]*)(?<tail>[0-9]{2})\b"));

fn compiled(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a sound pattern")
}

fn scrub(line: &str) -> Cow<'_, str> {
    let hidden = USER.replace_all(line, "user=***");
    let scrubbed = SESSION.replace_all(&hidden, "session=***${tail}");
    Cow::Owned(scrubbed.into_owned())
}
