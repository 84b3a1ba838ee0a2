// Walks over the bytes with an index; what may be a letter of several bytes is asked of the text itself.

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

struct Scanner<'s> {
    source: &'s str,
    at: usize,
    lexed: Lexed,
}

impl Scanner<'_> {
    fn byte(&self, ahead: usize) -> u8 {
        self.source
            .as_bytes()
            .get(self.at + ahead)
            .copied()
            .unwrap_or(0)
    }

    fn letter(&self) -> Option<char> {
        self.source[self.at..].chars().next()
    }

    fn step(&mut self) {
        self.at += self.letter().map_or(1, char::len_utf8);
    }

    fn token(&mut self, kind: Kind, from: usize) {
        let span = from..self.at;
        self.lexed.tokens.push(Token { kind, span });
    }

    fn fault(&mut self, wrong: Wrong, span: Range<usize>) {
        self.lexed.faults.push(Fault { wrong, span });
    }

    fn while_letters(&mut self, belongs: fn(char) -> bool) {
        while self.letter().is_some_and(belongs) {
            self.step();
        }
    }

    fn number(&mut self, from: usize) {
        self.while_letters(|c| c.is_ascii_digit());
        let mut value: Option<u64> = Some(0);
        for digit in self.source[from..self.at].bytes() {
            let digit = u64::from(digit - b'0');
            value = value.and_then(|so_far| so_far.checked_mul(10)?.checked_add(digit));
        }
        match value {
            Some(value) => self.token(Kind::Number(value), from),
            None => self.fault(Wrong::TooLarge, from..self.at),
        }
    }

    fn text(&mut self, from: usize) {
        self.at += 1;
        let mut words = String::new();
        let mut unknown = Vec::new();
        loop {
            match self.letter() {
                None | Some('\n') => {
                    self.fault(Wrong::OpenText, from..self.at);
                    return;
                }
                Some('"') => break,
                Some('\\') => {
                    let begin = self.at;
                    self.at += 1;
                    match self.letter() {
                        None | Some('\n') => continue,
                        Some('n') => words.push('\n'),
                        Some('t') => words.push('\t'),
                        Some(same @ ('"' | '\\')) => words.push(same),
                        Some(other) => unknown.push(begin..self.at + other.len_utf8()),
                    }
                    self.step();
                }
                Some(letter) => {
                    words.push(letter);
                    self.step();
                }
            }
        }
        self.at += 1;
        self.token(Kind::Text(words), from);
        for span in unknown {
            self.fault(Wrong::Escape, span);
        }
    }

    fn comment(&mut self, from: usize) {
        let mut depth = 0_usize;
        while self.at < self.source.len() {
            match (self.byte(0), self.byte(1)) {
                (b'/', b'*') => {
                    depth += 1;
                    self.at += 2;
                }
                (b'*', b'/') => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        return;
                    }
                }
                _ => self.step(),
            }
        }
        self.fault(Wrong::OpenNote, from..self.at);
    }

    fn next(&mut self, first: char) {
        let from = self.at;
        match (first, self.byte(1)) {
            ('"', _) => self.text(from),
            ('/', b'/') => self.while_letters(|c| c != '\n'),
            ('/', b'*') => self.comment(from),
            ('=' | '!' | '<' | '>', b'=') => {
                self.at += 2;
                self.token(Kind::Sign, from);
            }
            ('+' | '-' | '*' | '/' | '=' | '<' | '>' | '!', _)
            | ('(' | ')' | '{' | '}' | ',' | ';' | ':', _) => {
                self.at += 1;
                self.token(Kind::Sign, from);
            }
            ('0'..='9', _) => self.number(from),
            (letter, _) if letter.is_whitespace() => self.step(),
            (letter, _) if letter.is_alphabetic() || letter == '_' => {
                self.while_letters(|c| c.is_alphanumeric() || c == '_');
                self.token(Kind::Name, from);
            }
            _ => {
                self.step();
                self.fault(Wrong::Strange, from..self.at);
            }
        }
    }
}

/// Cuts `source` into tokens.
pub fn lex(source: &str) -> Lexed {
    let mut scanner = Scanner {
        source,
        at: 0,
        lexed: Lexed::default(),
    };
    while let Some(first) = scanner.letter() {
        scanner.next(first);
    }
    scanner.lexed
}
