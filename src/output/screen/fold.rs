//! Long lines broken at the edge of the terminal, colours carried over. It must not lose a character: a report of
//! the compiler that is cut has lost what matters.

use console::AnsiCodeIterator;

/// The line in pieces of at most `width` columns, broken at a blank where there is one near the edge.
pub(super) fn fold(line: &str, width: usize) -> Vec<String> {
    let line = line.replace('\t', "    ");
    if console::measure_text_width(&line) <= width {
        return vec![line];
    }
    let breaks = breaks(&console::strip_ansi_codes(&line), width);
    let mut lines = vec![String::new()];
    let mut place = 0;
    let mut colours = String::new();
    for (text, is_code) in AnsiCodeIterator::new(&line) {
        if is_code {
            if text == "\u{1b}[0m" {
                colours.clear();
            } else {
                colours.push_str(text);
            }
            push(&mut lines, text);
            continue;
        }
        for char in text.chars() {
            if breaks.contains(&place) {
                if !colours.is_empty() {
                    push(&mut lines, "\u{1b}[0m");
                }
                lines.push(colours.clone());
            }
            place += 1;
            push(&mut lines, char.encode_utf8(&mut [0; 4]));
        }
    }
    lines
}

/// Before which characters a new line begins.
fn breaks(plain: &str, width: usize) -> Vec<usize> {
    // Further back a line would look as if it had ended there.
    let near = width / 3;
    let mut breaks = Vec::new();
    let (mut used, mut begin, mut after_blank) = (0, 0, None);
    for (place, char) in plain.chars().enumerate() {
        let size = console::measure_text_width(char.encode_utf8(&mut [0; 4]));
        if used + size > width && place > begin {
            let at = after_blank.filter(|&(blank, _)| place - blank <= near && blank > begin);
            let (at, left) = at.map_or((place, 0), |(blank, before)| (blank, used - before));
            breaks.push(at);
            (begin, used, after_blank) = (at, left, None);
        }
        used += size;
        if char == ' ' {
            after_blank = Some((place + 1, used));
        }
    }
    breaks
}

fn push(lines: &mut [String], text: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn nothing_is_lost_and_colours_go_on() {
        assert_eq!(fold("abcdef", 3), ["abc", "def"]);
        assert_eq!(fold("\u{1b}[1mabcd\u{1b}[0me", 3), ["\u{1b}[1mabc\u{1b}[0m", "\u{1b}[1md\u{1b}[0me"]);
        assert_eq!(fold("日本語", 4), ["日本", "語"]);
        assert_eq!(fold("", 4), [""]);
    }

    #[test]
    fn a_blank_near_the_edge_is_where_a_line_ends() {
        assert_eq!(fold("the long line", 9), ["the long ", "line"]);
        assert_eq!(fold("a bcdefghijk", 9), ["a bcdefgh", "ijk"], "too far back");
        assert_eq!(fold("ab cd ef gh ij", 6), ["ab cd ", "ef gh ", "ij"]);
    }
}
