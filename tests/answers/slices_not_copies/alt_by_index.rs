fn first_line(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut end = 0;
    while end < bytes.len() && bytes[end] != b'\n' {
        end += 1;
    }
    if end > 0 && end < bytes.len() && bytes[end - 1] == b'\r' {
        end -= 1;
    }
    &text[..end]
}

fn trim_quotes(text: &str) -> &str {
    if text.len() > 1 && text.starts_with('"') && text.ends_with('"') {
        &text[1..text.len() - 1]
    } else {
        text
    }
}

fn between(text: &str, open: char, close: char) -> Option<&str> {
    match text.find(open) {
        None => None,
        Some(mark) => {
            let rest = &text[mark + open.len_utf8()..];
            match rest.find(close) {
                None => None,
                Some(end) => Some(&rest[..end]),
            }
        }
    }
}

fn fields(line: &str) -> impl Iterator<Item = &str> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(mark) = rest.find(';') {
        found.push(trim_quotes(rest[..mark].trim()));
        rest = &rest[mark + 1..];
    }
    found.push(trim_quotes(rest.trim()));
    found.into_iter()
}
