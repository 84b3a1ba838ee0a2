//! The examples in doc comments, read from the learner's tokens, and what rustdoc says of them. It must not
//! judge.

use proc_macro2::{TokenStream, TokenTree};

use super::tokens;

/// A code block of a doc comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The line of its fence, which is how rustdoc names it.
    pub line: usize,
    /// The words behind the fence: `compile_fail`, `E0382`, `ignore` …
    pub words: Vec<String>,
    /// The code as it is compiled: lines that readers do not see are in it.
    pub code: String,
}

impl Example {
    /// The error codes that it says it is refused with.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        let refused = self.words.iter().any(|word| word == "compile_fail");
        let is_code = |word: &str| {
            word.strip_prefix('E').is_some_and(|digits| digits.len() == 4 && digits.parse::<u16>().is_ok())
        };
        self.words.iter().map(String::as_str).filter(move |word| refused && is_code(word))
    }

    /// A program that does what the example says, as rustdoc would wrap it.
    #[must_use]
    pub fn program(&self) -> String {
        let code = &self.code;
        if code.contains("fn main()") { code.clone() } else { format!("fn main() {{\n{code}}}\n") }
    }
}

/// All examples of a source, in its order.
#[must_use]
pub fn read(source: &str) -> Vec<Example> {
    let mut lines = Vec::new();
    if let Ok(stream) = source.parse::<TokenStream>() {
        collect(stream, &mut lines);
    }
    blocks(&lines)
}

/// The lines of all doc comments, with their numbers; none between two comments that do not belong together.
fn collect(stream: TokenStream, lines: &mut Vec<Option<(usize, String)>>) {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut rest = trees.as_slice();
    while let Some((first, after)) = rest.split_first() {
        if let Some((text, _, after)) = tokens::doc_comment(rest) {
            let line = first.span().start().line;
            let text = unquoted(&text.to_string());
            lines.extend(text.lines().enumerate().map(|(place, text)| Some((line + place, text.to_owned()))));
            rest = after;
            continue;
        }
        lines.push(None);
        if let TokenTree::Group(group) = first {
            collect(group.stream(), lines);
            lines.push(None);
        }
        rest = after;
    }
}

/// The text of a literal as the reader of doc comments writes it.
fn unquoted(literal: &str) -> String {
    let inside = literal.trim_start_matches(['r', '#']).trim_end_matches('#');
    let inside = inside.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(inside);
    if literal.starts_with('r') {
        return inside.to_owned();
    }
    let mut text = String::new();
    let mut chars = inside.chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            (_, Some('n')) => text.push('\n'),
            (_, Some('t')) => text.push('\t'),
            (_, Some('r')) => text.push('\r'),
            (_, Some(other)) => text.push(other),
            (c, None) => text.push(c),
        }
    }
    text
}

fn blocks(lines: &[Option<(usize, String)>]) -> Vec<Example> {
    let mut found: Vec<Example> = Vec::new();
    let mut open: Option<(String, Example)> = None;
    for line in lines {
        let Some((number, text)) = line else {
            // A block that is never closed ends with its comment.
            found.extend(open.take().map(|(_, example)| example));
            continue;
        };
        let text = text.strip_prefix(' ').unwrap_or(text);
        match &mut open {
            None => {
                let opened = |(fence, words)| (fence, Example { line: *number, words, code: String::new() });
                open = fence(text).map(opened);
            }
            Some((fence, _)) if text.trim().starts_with(fence.as_str()) => {
                found.extend(open.take().map(|(_, example)| example));
            }
            Some((_, example)) => {
                example.code.push_str(&shown(text));
                example.code.push('\n');
            }
        }
    }
    found.extend(open.map(|(_, example)| example));
    found
}

/// The fence that opens a block, and the words behind it.
fn fence(text: &str) -> Option<(String, Vec<String>)> {
    let text = text.trim();
    let sign = text.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let rest = text.trim_start_matches(sign);
    let fence = &text[..text.len() - rest.len()];
    let words = rest.split(|c: char| c == ',' || c.is_whitespace()).filter(|word| !word.is_empty());
    (fence.len() >= 3).then(|| (fence.to_owned(), words.map(str::to_owned).collect()))
}

/// `# let hidden = 1;` is compiled and not shown; `##` is a `#`.
fn shown(line: &str) -> String {
    let text = line.trim_start();
    match text.strip_prefix('#') {
        Some("") => String::new(),
        Some(rest) if rest.starts_with('#') => rest.to_owned(),
        Some(rest) if rest.starts_with(' ') => rest.to_owned(),
        _ => line.to_owned(),
    }
}

/// One example as rustdoc's harness reports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// The item whose comment holds it, `Ledger::open`.
    pub item: String,
    /// The line of its fence.
    pub line: usize,
    /// Whether it was run, and not compiled alone.
    pub ran: bool,
    /// How it ended.
    pub end: End,
}

/// How an example ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// As it should.
    Ok,
    /// Otherwise.
    Failed,
    /// Not at all.
    Ignored,
}

/// Reads lines such as `test src.rs - Ledger::open (line 19) - compile fail ... ok` of this file.
#[must_use]
pub fn tried(stdout: &str, file: &str) -> Vec<Tried> {
    let start = format!("test {file} - ");
    stdout.lines().filter_map(|line| one(line.strip_prefix(&start)?)).collect()
}

fn one(text: &str) -> Option<Tried> {
    let (name, end) = text.rsplit_once(" ... ")?;
    let (item, place) = name.rsplit_once(" (line ")?;
    let (line, how) = place.split_once(')')?;
    let end = match end.trim() {
        "ok" => End::Ok,
        "ignored" => End::Ignored,
        _ => End::Failed,
    };
    let ran = !how.contains("compile");
    Some(Tried { item: item.to_owned(), line: line.parse().ok()?, ran, end })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "/// Adds.\n///\n/// ```\n/// assert_eq!(sum::add(1, 2), 3);\n/// ```\npub fn add() {}\n\n\
        impl Book {\n    /// Opens \"it\".\n    ///\n    /// ```compile_fail,E0382\n    /// # let hidden = 1;\n    ///     deep();\n\
        \x20   /// #[derive(Debug)]\n    /// ```\n    ///\n    /// ~~~ text\n    /// no code\n    /// ~~~\n    fn open() {}\n}\n\n\
        /** Also.\n```ignore\nx\n```\n*/\nfn also() {}\n";

    #[test]
    fn blocks_are_found_with_their_lines_words_and_hidden_code() {
        let found = read(SOURCE);
        let lines: Vec<_> = found.iter().map(|example| (example.line, example.words.join(" "))).collect();
        let wanted = [(3, ""), (11, "compile_fail E0382"), (17, "text"), (24, "ignore")];
        assert_eq!(lines, wanted.map(|(line, words)| (line, words.to_owned())));
        assert_eq!(found[0].code, "assert_eq!(sum::add(1, 2), 3);\n");
        assert_eq!(found[1].code, " let hidden = 1;\n    deep();\n#[derive(Debug)]\n");
        assert_eq!(found[1].codes().collect::<Vec<_>>(), ["E0382"]);
        assert_eq!(found[0].program(), "fn main() {\nassert_eq!(sum::add(1, 2), 3);\n}\n");
    }

    #[test]
    fn quotes_and_signs_come_back_as_they_were_written() {
        let found = read("/// ```\n/// let a = \"q\\\"\\n\";\n/// ```\nfn f() {}\n");
        assert_eq!(found[0].code, "let a = \"q\\\"\\n\";\n");
    }

    #[test]
    fn an_open_block_ends_with_its_comment() {
        let found = read("/// ```\n/// one();\nfn f() {}\n/// ```\n/// two();\n/// ```\nfn g() {}\n");
        assert_eq!(
            found.iter().map(|example| example.code.as_str()).collect::<Vec<_>>(),
            ["one();\n", "two();\n"]
        );
    }

    #[test]
    fn a_code_counts_only_where_a_refusal_is_claimed() {
        let found = read("/// ```E0382\n/// x\n/// ```\nfn f() {}\n");
        assert_eq!(found[0].codes().count(), 0);
    }

    #[test]
    fn rustdocs_report_is_read_by_item_and_line() {
        let stdout = include_str!("../../tests/recorded/rustdoc_test_mixed.txt");
        let found = tried(stdout, "ex/book.rs");
        let of = |line: usize| found.iter().find(|tried| tried.line == line).unwrap();
        assert_eq!(found.len(), 8);
        assert_eq!((of(6).item.as_str(), of(6).ran, of(6).end), ("double", true, End::Ok));
        assert_eq!((of(19).item.as_str(), of(19).ran, of(19).end), ("Ledger::open", false, End::Ok));
        assert_eq!((of(37).ran, of(37).end), (true, End::Failed));
        assert_eq!((of(42).ran, of(30).end), (false, End::Ignored));
    }
}
