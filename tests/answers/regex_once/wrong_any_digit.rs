use regex::Regex;
use std::borrow::Cow;
use std::sync::LazyLock;

static USER: LazyLock<Regex> = LazyLock::new(|| compiled(r"\buser=(?<name>\w+)"));
static SESSION: LazyLock<Regex> =
    LazyLock::new(|| compiled(r"\bsession=(?<hidden>\d*)(?<tail>\d\d)\b"));

fn compiled(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a sound pattern")
}

fn scrub(line: &str) -> Cow<'_, str> {
    match USER.replace_all(line, "user=***") {
        Cow::Borrowed(line) => SESSION.replace_all(line, "session=***${tail}"),
        Cow::Owned(changed) => {
            let scrubbed = SESSION.replace_all(&changed, "session=***${tail}");
            Cow::Owned(scrubbed.into_owned())
        }
    }
}
