// A lexer for pebble
//
// Pebble is a small language that grows here, step by step. Its first part cuts a source text into
// tokens. Each token knows which bytes of the source it came from, so that every later part can
// point at them.
//
//   names    a letter or `_`, then letters, digits and `_`; letters of any language
//   numbers  digits `0` to `9`, worth at most `u64::MAX`
//   texts    between `"` and `"` on one line; `\n`, `\t`, `\"` and `\\` are escapes
//   signs    == != <= >= + - * / = < > ! ( ) { } , ; :   (two characters where they fit)
//   left out white space of any kind, `// …` to the end of the line, `/* … */`, which may hold others of its kind
//
// A fault never ends the work: it is noted with its bytes, and the next token is read.
//   Strange   one character that begins nothing
//   TooLarge  a number that does not fit: all of its digits, and no token
//   Escape    a `\` and the character behind it; the text goes on without both, and stays a token
//   OpenText  from the `"` up to the end of the line or of the source, and no token; its escapes
//             are not looked at
//   OpenNote  from the outermost `/*` that nothing ends up to the end of the source
// Tokens and faults each stand in the order of the source.
//
// `tests/lexer.rs` asks for all of this.
//
// Read: Crafting Interpreters, Scanning
// https://craftinginterpreters.com/scanning.html

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

/// Cuts `source` into tokens.
pub fn lex(source: &str) -> Lexed {
    let mut lexed = Lexed::default();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let at = source.len() - rest.len();
        // TODO: Read numbers, texts, signs and comments as well, and note what is wrong.
        let length = if first.is_alphabetic() || first == '_' {
            let is_part = |c: char| c.is_alphanumeric() || c == '_';
            let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
            let span = at..at + length;
            lexed.tokens.push(Token {
                kind: Kind::Name,
                span,
            });
            length
        } else {
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    lexed
}
