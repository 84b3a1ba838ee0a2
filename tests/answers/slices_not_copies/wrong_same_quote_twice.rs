fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or(text)
}

fn trim_quotes(text: &str) -> &str {
    if text.starts_with('"') && text.ends_with('"') {
        &text[1..text.len() - 1]
    } else {
        text
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
