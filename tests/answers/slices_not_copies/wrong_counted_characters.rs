fn first_line(text: &str) -> &str {
    let mut length = 0;
    for character in text.chars() {
        if character == '\n' {
            break;
        }
        length += 1;
    }
    let line = &text[..length];
    if length == text.len() {
        return line;
    }
    line.strip_suffix('\r').unwrap_or(line)
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
