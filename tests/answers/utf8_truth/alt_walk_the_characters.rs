/// The longest beginning of `text` that has at most `bytes` bytes and ends between two characters.
fn shortened(text: &str, bytes: usize) -> &str {
    let ends = text.char_indices().map(|(start, c)| start + c.len_utf8());
    let end = ends.take_while(|&end| end <= bytes).last().unwrap_or(0);
    text.split_at(end).0
}

/// How many characters `text` has.
fn character_count(text: &str) -> usize {
    text.bytes()
        .filter(|byte| byte & 0b1100_0000 != 0b1000_0000)
        .count()
}

/// The characters of `text`, last one first.
fn reversed(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next_back() {
        result.push(c);
    }
    result
}

/// At which byte the character number `index` begins, counted from 0; none if there are not so many.
fn byte_of(text: &str, index: usize) -> Option<usize> {
    let mut rest = text.chars();
    for _ in 0..index {
        rest.next()?;
    }
    let start = text.len() - rest.as_str().len();
    (start < text.len()).then_some(start)
}
