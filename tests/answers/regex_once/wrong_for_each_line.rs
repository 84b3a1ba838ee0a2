use regex::Regex;
use std::borrow::Cow;

fn compiled(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a sound pattern")
}

fn scrub(line: &str) -> Cow<'_, str> {
    let user = compiled(r"\buser=(?<name>\w+)");
    let session = compiled(r"\bsession=(?<hidden>[0-9]*)(?<tail>[0-9]{2})\b");
    match user.replace_all(line, "user=***") {
        Cow::Borrowed(line) => session.replace_all(line, "session=***${tail}"),
        Cow::Owned(changed) => {
            let scrubbed = session.replace_all(&changed, "session=***${tail}");
            Cow::Owned(scrubbed.into_owned())
        }
    }
}
