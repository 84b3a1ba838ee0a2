// Why so: a `&str` is a place and a length, so a part of a text costs nothing but those two numbers.
// The methods of `str` already speak in such views and never cut a character in two: `split_once` steps
// over its mark whatever the number of its bytes, `strip_prefix` says whether there was something to
// take off. The result borrows the text it came from. That is no burden: the caller, who holds the
// text, decides whether a copy is ever needed. `fields` finds each part only when it is asked for.

/// The text up to its first line break, without the break, which is `\n` or `\r\n`.
/// A text without a break is one line.
fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or(text)
}

/// The text without the double quotes around it: one at each end, and only if both are there.
fn trim_quotes(text: &str) -> &str {
    match text.strip_prefix('"') {
        Some(rest) => rest.strip_suffix('"').unwrap_or(text),
        None => text,
    }
}

/// What stands between the first `open` and the first `close` after it.
fn between(text: &str, open: char, close: char) -> Option<&str> {
    let (_, rest) = text.split_once(open)?;
    let (part, _) = rest.split_once(close)?;
    Some(part)
}

/// The fields of a line, which are parted by `;`: each without white space at its ends, and then
/// without quotes around it.
fn fields(line: &str) -> impl Iterator<Item = &str> {
    line.split(';').map(str::trim).map(trim_quotes)
}
