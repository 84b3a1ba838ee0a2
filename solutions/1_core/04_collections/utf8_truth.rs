// Why so: `len`, slicing and `is_char_boundary` speak of bytes; `chars` and `char_indices` walk over the
// characters, because only by reading a text from one end does one learn where its characters begin. A
// cut that lies inside a character steps back three bytes at most, and position 0 is always a boundary,
// so the loop ends. `char_indices` hands out both numbers, the byte and the character, side by side:
// the standard library offers no other way from one to the other.

/// The longest beginning of `text` that has at most `bytes` bytes and ends between two characters.
fn shortened(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
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
