fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or("").to_string()
}

fn trim_quotes(text: &str) -> String {
    match text.strip_prefix('"') {
        Some(rest) => rest.strip_suffix('"').unwrap_or(text).to_string(),
        None => text.to_string(),
    }
}

fn between(text: &str, open: char, close: char) -> Option<String> {
    let (_, rest) = text.split_once(open)?;
    let mut part = String::new();
    for character in rest.chars() {
        if character == close {
            return Some(part);
        }
        part.push(character);
    }
    None
}

fn fields(line: &str) -> impl Iterator<Item = String> {
    line.split(';').map(|field| trim_quotes(field.trim()))
}
