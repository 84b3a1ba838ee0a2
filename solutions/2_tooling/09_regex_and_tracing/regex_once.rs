// Why so: a `LazyLock` compiles its pattern when the first line comes and keeps it for all others. `\w`
// stays Unicode, because people's names are; the session's digits are spelled out, because `\d` would take
// those of every script. `replace_all` lends what it does not change, and the second pattern can only lend
// from the line itself: so a line that the first has left alone goes on borrowed, and only a changed one
// is owned.

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
    match USER.replace_all(line, "user=***") {
        Cow::Borrowed(line) => SESSION.replace_all(line, "session=***${tail}"),
        Cow::Owned(changed) => {
            let scrubbed = SESSION.replace_all(&changed, "session=***${tail}");
            Cow::Owned(scrubbed.into_owned())
        }
    }
}
