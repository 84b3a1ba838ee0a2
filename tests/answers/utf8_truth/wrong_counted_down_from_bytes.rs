/// The longest beginning of `text` that has at most `bytes` bytes and ends between two characters.
fn shortened(text: &str, bytes: usize) -> &str {
    let mut end = bytes;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// How many characters `text` has.
fn character_count(text: &str) -> usize {
    text.chars().count()
}

/// The characters of `text`, last one first.
fn reversed(text: &str) -> String {
    text.chars().rev().collect()
}

/// At which byte the character number `index` begins, counted from 0; none if there are not so many.
fn byte_of(text: &str, index: usize) -> Option<usize> {
    text.char_indices().nth(index).map(|(byte, _)| byte)
}
