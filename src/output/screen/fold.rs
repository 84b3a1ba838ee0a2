//! Long lines broken at the edge of the terminal, colours carried over. It must not lose a character: a report of
//! the compiler that is cut has lost what matters.

use console::AnsiCodeIterator;

/// The line in pieces of at most `width` columns, broken at a blank where there is one near the edge; what goes on
/// stands below where the line's own text begins.
pub(super) fn fold(line: &str, width: usize) -> Vec<String> {
    let line = line.replace('\t', "    ");
    if console::measure_text_width(&line) <= width {
        return vec![line];
    }
    let plain = console::strip_ansi_codes(&line);
    let hang = hang(&plain, width);
    let breaks = breaks(&plain, width, hang);
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
                lines.push(" ".repeat(hang) + &colours);
            }
            place += 1;
            push(&mut lines, char.encode_utf8(&mut [0; 4]));
        }
    }
    lines
}

/// How far in the text of a line begins: behind blanks, a line number with its bar, the mark of a comment or a note.
fn hang(plain: &str, width: usize) -> usize {
    if plain.trim_start_matches(' ').starts_with("-->") {
        return 0;
    }
    let blank = |text: &str| text.len() - text.trim_start_matches(' ').len();
    let mut column = blank(plain);
    let digits = plain[column..].bytes().take_while(u8::is_ascii_digit).count();
    let bar = plain[column + digits..].trim_start_matches(' ');
    if bar.starts_with("| ") || (digits == 0 && bar.starts_with("= ")) {
        column = plain.len() - bar.len() + 1;
        column += blank(&plain[column..]);
    }
    for mark in ["// ", "/// ", "//! "] {
        column += plain[column..].strip_prefix(mark).map_or(0, |_| mark.len());
    }
    // In a narrow window the place is worth more than the order.
    if column > width / 2 { 0 } else { column }
}

/// Before which characters a new line begins, all but the first of which have `hang` blanks before them.
fn breaks(plain: &str, width: usize, hang: usize) -> Vec<usize> {
    // Further back a line would look as if it had ended there.
    let near = width / 3;
    // Nor does a line end within the blanks that it begins with.
    let text = plain.chars().take_while(|&char| char == ' ').count().max(hang);
    let mut breaks = Vec::new();
    let (mut used, mut begin, mut after_blank) = (0, 0, None);
    for (place, char) in plain.chars().enumerate() {
        let size = console::measure_text_width(char.encode_utf8(&mut [0; 4]));
        if used + size > width && place > begin {
            let at = after_blank.filter(|&(blank, _)| place - blank <= near && blank > begin.max(text));
            let (at, left) = at.map_or((place, 0), |(blank, before)| (blank, used - before));
            breaks.push(at);
            (begin, used, after_blank) = (at, hang + left, None);
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
    fn what_goes_on_stands_below_the_text() {
        assert_eq!(fold("  ab cd ef", 8), ["  ab cd ", "  ef"]);
        assert_eq!(fold("12 |   let abc = def;", 20), ["12 |   let abc = ", "       def;"]);
        assert_eq!(fold("   = note: a b c d e f", 18), ["   = note: a b c ", "     d e f"]);
        assert_eq!(fold(" --> src/lib.rs:7:9", 16), [" --> src/lib.rs:", "7:9"], "a path is copied whole");
        assert_eq!(fold("// one two", 8), ["// one ", "   two"]);
        assert_eq!(fold("      abcdefgh", 9), ["      abc", "defgh"], "too narrow to hang");
    }

    #[test]
    fn a_blank_near_the_edge_is_where_a_line_ends() {
        assert_eq!(fold("the long line", 9), ["the long ", "line"]);
        assert_eq!(fold("a bcdefghijk", 9), ["a bcdefgh", "ijk"], "too far back");
        assert_eq!(fold("ab cd ef gh ij", 6), ["ab cd ", "ef gh ", "ij"]);
    }
}
