fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or(text)
}

fn trim_quotes(text: &str) -> &str {
    match text.strip_prefix('"') {
        Some(rest) => rest.strip_suffix('"').unwrap_or(text),
        None => text,
    }
}

fn between(text: &str, open: char, close: char) -> Option<&str> {
    let start = text.find(open)? + 1;
    let end = start + text[start..].find(close)?;
    Some(&text[start..end])
}

fn fields(line: &str) -> impl Iterator<Item = &str> {
    line.split(';').map(str::trim).map(trim_quotes)
}
