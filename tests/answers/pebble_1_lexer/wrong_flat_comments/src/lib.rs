// The first end of a comment ends all of them.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Name,
    Number(u64),
    /// With its escapes replaced by what they mean.
    Text(String),
    Sign,
}

/// A piece of the source; `span` counts bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    pub span: Range<usize>,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    Strange,
    TooLarge,
    Escape,
    OpenText,
    OpenNote,
}

/// A fault and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub wrong: Wrong,
    pub span: Range<usize>,
}

/// All that was found in a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexed {
    pub tokens: Vec<Token>,
    pub faults: Vec<Fault>,
}

impl Lexed {
    fn token(&mut self, kind: Kind, at: usize, length: usize) -> usize {
        let span = at..at + length;
        self.tokens.push(Token { kind, span });
        length
    }

    fn fault(&mut self, wrong: Wrong, at: usize, length: usize) -> usize {
        let span = at..at + length;
        self.faults.push(Fault { wrong, span });
        length
    }

    /// A text that begins at `at`; says how many bytes it takes.
    fn text(&mut self, rest: &str, at: usize) -> usize {
        let line = rest.find('\n').unwrap_or(rest.len());
        let Some(length) = closed(&rest[..line]) else {
            return self.fault(Wrong::OpenText, at, line);
        };
        let mut words = String::new();
        let mut inside = rest[1..length - 1].char_indices();
        while let Some((place, letter)) = inside.next() {
            if letter != '\\' {
                words.push(letter);
                continue;
            }
            match inside.next() {
                Some((_, 'n')) => words.push('\n'),
                Some((_, 't')) => words.push('\t'),
                Some((_, same @ ('"' | '\\'))) => words.push(same),
                Some((_, other)) => {
                    self.fault(Wrong::Escape, at + 1 + place, 1 + other.len_utf8());
                }
                None => unreachable!("a backslash before the last quote would have kept it open"),
            }
        }
        self.token(Kind::Text(words), at, length)
    }
}

/// How many bytes the text at the beginning of this line takes, both quotes included.
fn closed(line: &str) -> Option<usize> {
    let mut letters = line.char_indices().skip(1);
    while let Some((place, letter)) = letters.next() {
        match letter {
            '"' => return Some(place + 1),
            '\\' => {
                letters.next()?;
            }
            _ => {}
        }
    }
    None
}

/// How many bytes the comment at the beginning takes, those inside of it included.
fn comment(rest: &str) -> Option<usize> {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth = 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// How many bytes from the beginning on hold only such characters.
fn run(rest: &str, belongs: impl Fn(char) -> bool) -> usize {
    rest.find(|c| !belongs(c)).unwrap_or(rest.len())
}

/// Cuts `source` into tokens.
pub fn lex(source: &str) -> Lexed {
    let mut lexed = Lexed::default();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let at = source.len() - rest.len();
        let pair = rest.get(..2).unwrap_or_default();
        let length = match first {
            _ if first.is_whitespace() => first.len_utf8(),
            _ if pair == "//" => run(rest, |c| c != '\n'),
            _ if pair == "/*" => {
                comment(rest).unwrap_or_else(|| lexed.fault(Wrong::OpenNote, at, rest.len()))
            }
            '"' => lexed.text(rest, at),
            '0'..='9' => {
                let length = run(rest, |c| c.is_ascii_digit());
                match rest[..length].parse() {
                    Ok(number) => lexed.token(Kind::Number(number), at, length),
                    Err(_) => lexed.fault(Wrong::TooLarge, at, length),
                }
            }
            _ if first.is_alphabetic() || first == '_' => {
                let length = run(rest, |c| c.is_alphanumeric() || c == '_');
                lexed.token(Kind::Name, at, length)
            }
            _ if ["==", "!=", "<=", ">="].contains(&pair) => lexed.token(Kind::Sign, at, 2),
            _ if "+-*/=<>!(){},;:".contains(first) => lexed.token(Kind::Sign, at, 1),
            _ => lexed.fault(Wrong::Strange, at, first.len_utf8()),
        };
        rest = &rest[length..];
    }
    lexed
}
