fn first_line(text: &str) -> &str {
    match text.split_once('\n') {
        Some((line, _)) => line.trim_end_matches('\r'),
        None => text,
    }
}

fn trim_quotes(text: &str) -> &str {
    match text.strip_prefix('"') {
        Some(rest) => rest.strip_suffix('"').unwrap_or(text),
        None => text,
    }
}

fn between(text: &str, open: char, close: char) -> Option<&str> {
    let (_, rest) = text.split_once(open)?;
    let (part, _) = rest.split_once(close)?;
    Some(part)
}

fn fields(line: &str) -> impl Iterator<Item = &str> {
    line.split(';').map(str::trim).map(trim_quotes)
}
