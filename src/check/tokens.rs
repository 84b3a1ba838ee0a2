//! Source as a flat row of tokens, and patterns that are looked for in it. The reader is `proc-macro2`'s,
//! which follows rustc's: comments, doc comments and layout never count, and a word in a string is none.
//! It must not judge.

use std::ops::Range;

use proc_macro2::{Delimiter, Group, LexError, Literal, Spacing, TokenStream, TokenTree};

/// One token. Brackets count as two, and of an operator each sign counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What kind of token.
    pub kind: Kind,
    /// As it is written.
    pub text: String,
    /// Its line, from 1.
    pub line: usize,
}

/// The kinds that patterns tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name or a keyword.
    Ident,
    /// `'a`.
    Lifetime,
    /// A number, a text, a character.
    Literal,
    /// One sign.
    Punct,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
}

/// Reads source. What is no row of tokens at all comes back with the line where reading stopped.
pub fn read(source: &str) -> Result<Vec<Token>, usize> {
    let stream: TokenStream = source.parse().map_err(|error: LexError| error.span().start().line)?;
    let mut found = Vec::new();
    flatten(stream, &mut found);
    Ok(found)
}

fn flatten(stream: TokenStream, found: &mut Vec<Token>) {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut rest = trees.as_slice();
    while let Some((first, after)) = rest.split_first() {
        if let Some((_, _, after)) = doc_comment(rest) {
            rest = after;
            continue;
        }
        rest = after;
        let line = first.span().start().line;
        let mut push = |kind, text: String| found.push(Token { kind, text, line });
        match first {
            TokenTree::Ident(ident) => push(Kind::Ident, ident.to_string()),
            TokenTree::Literal(literal) => push(Kind::Literal, literal.to_string()),
            TokenTree::Group(group) => bracketed(group, found),
            TokenTree::Punct(punct) => match after.split_first() {
                Some((TokenTree::Ident(name), after))
                    if punct.as_char() == '\'' && punct.spacing() == Spacing::Joint =>
                {
                    push(Kind::Lifetime, format!("'{name}"));
                    rest = after;
                }
                _ => push(Kind::Punct, punct.as_char().to_string()),
            },
        }
    }
}

fn bracketed(group: &Group, found: &mut Vec<Token>) {
    let (open, close) = match group.delimiter() {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => return flatten(group.stream(), found),
    };
    let line = group.span_open().start().line;
    found.push(Token { kind: Kind::Open, text: open.to_owned(), line });
    flatten(group.stream(), found);
    let line = group.span_close().start().line;
    found.push(Token { kind: Kind::Close, text: close.to_owned(), line });
}

/// A doc comment at the front, which is read as `#[doc = "…"]` or `#![doc = "…"]`: its text, whether it
/// is an inner one, and what follows.
#[must_use]
pub fn doc_comment(here: &[TokenTree]) -> Option<(Literal, bool, &[TokenTree])> {
    let is =
        |tree: &TokenTree, sign: char| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == sign);
    let (group, inner, rest) = match here {
        [hash, TokenTree::Group(group), rest @ ..] if is(hash, '#') => (group, false, rest),
        [hash, bang, TokenTree::Group(group), rest @ ..] if is(hash, '#') && is(bang, '!') => {
            (group, true, rest)
        }
        _ => return None,
    };
    let mut words = group.stream().into_iter();
    match (words.next(), words.next(), words.next(), words.next()) {
        (Some(TokenTree::Ident(doc)), Some(equals), Some(TokenTree::Literal(text)), None)
            if doc == "doc" && is(&equals, '=') =>
        {
            Some((text, inner, rest))
        }
        _ => None,
    }
}

/// A row of tokens to look for, in which `$ident`, `$lifetime`, `$literal` and `$any` stand for one token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Exact(Kind, String),
    Of(Kind),
    Any,
}

impl Pattern {
    /// Reads a pattern; what is no row of tokens matches nothing.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let tokens = read(text).unwrap_or_default();
        let mut pieces = Vec::new();
        let mut rest = tokens.as_slice();
        while let Some((first, after)) = rest.split_first() {
            let stands_for =
                after.first().filter(|_| first.text == "$").and_then(|name| wildcard(&name.text));
            rest = if stands_for.is_some() { &after[1..] } else { after };
            pieces.push(stands_for.unwrap_or_else(|| Piece::Exact(first.kind, first.text.clone())));
        }
        Self(pieces)
    }

    /// Where it stands, from left to right; matches do not share a token.
    #[must_use]
    pub fn find_all(&self, tokens: &[Token]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while !self.0.is_empty() && at + self.0.len() <= tokens.len() {
            let end = at + self.0.len();
            if self.0.iter().zip(&tokens[at..end]).all(|(piece, token)| piece.fits(token)) {
                found.push(at..end);
                at = end;
            } else {
                at += 1;
            }
        }
        found
    }
}

fn wildcard(name: &str) -> Option<Piece> {
    match name {
        "ident" => Some(Piece::Of(Kind::Ident)),
        "lifetime" => Some(Piece::Of(Kind::Lifetime)),
        "literal" => Some(Piece::Of(Kind::Literal)),
        "any" => Some(Piece::Any),
        _ => None,
    }
}

impl Piece {
    fn fits(&self, token: &Token) -> bool {
        match self {
            Self::Exact(kind, text) => token.kind == *kind && token.text == *text,
            Self::Of(kind) => token.kind == *kind,
            Self::Any => true,
        }
    }
}

/// The first item that begins with this pattern: up to its `;`, or to the end of its `{…}`.
#[must_use]
pub fn item<'t>(tokens: &'t [Token], head: &Pattern) -> Option<&'t [Token]> {
    let start = head.find_all(tokens).into_iter().next()?.start;
    let mut depth = 0_usize;
    for (place, token) in tokens.iter().enumerate().skip(start) {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => {
                depth = depth.saturating_sub(1);
                if depth == 0 && token.text == "}" {
                    return Some(&tokens[start..=place]);
                }
            }
            Kind::Punct if depth == 0 && token.text == ";" => return Some(&tokens[start..=place]),
            _ => {}
        }
    }
    Some(&tokens[start..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        read(source).unwrap().into_iter().map(|token| token.text).collect()
    }

    fn count(source: &str, pattern: &str) -> usize {
        Pattern::new(pattern).find_all(&read(source).unwrap()).len()
    }

    #[test]
    fn comments_and_layout_are_no_tokens() {
        let bare = texts("fn f<'a>(x: &'a str) -> u8 { b'\\'' }");
        let dressed = "//! About.\n/// Does it.\n/** So. */ fn f < 'a > ( x /* here */ : & 'a\nstr) -> u8 { // for\n b'\\'' }";
        assert_eq!(texts(dressed), bare);
        assert_eq!(bare[..5], ["fn", "f", "<", "'a", ">"]);
    }

    #[test]
    fn a_pattern_is_met_where_its_tokens_stand_in_a_row() {
        let source = "fn f() { for x in 0..3 {} let s = \"for\"; r#\"for\"#; } // for\n";
        assert_eq!(count(source, "for"), 1);
        assert_eq!(count("a::b::c; a::b;", "a :: b"), 2);
        assert_eq!(count("#[rustfmt::skip] fn f() {}", "#[rustfmt::skip]"), 1);
        assert_eq!(count("#[cfg_attr(x, rustfmt::skip)] fn f() {}", "#[rustfmt::skip]"), 0);
        assert_eq!(count("aaa", "a"), 0);
    }

    #[test]
    fn wildcards_stand_for_one_token_of_their_kind() {
        assert_eq!(count("fn f<'a>() {} fn g<T>() {}", "fn $ident<$lifetime"), 1);
        assert_eq!(count("x as u8; 3 as u8; y as u16", "$any as u8"), 2);
        assert_eq!(count("[1, 'c', \"t\", x]", "$literal"), 3);
        assert_eq!(count("fn f() {}", "$nothing"), 0, "an unknown wildcard is a `$` and a word");
    }

    #[test]
    fn an_item_ends_with_its_body_or_its_semicolon() {
        let text = |source: &str, head: &str| {
            let tokens = read(source).unwrap();
            let found = item(&tokens, &Pattern::new(head));
            found.map(|tokens| tokens.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" "))
        };
        let source = "const A: [u8; 2] = [1, 2]; fn f(x: [u8; 2]) { if x { y } } fn g() {}";
        assert_eq!(text(source, "const A").as_deref(), Some("const A : [ u8 ; 2 ] = [ 1 , 2 ] ;"));
        assert_eq!(text(source, "fn f").as_deref(), Some("fn f ( x : [ u8 ; 2 ] ) { if x { y } }"));
        assert_eq!(text(source, "fn h"), None);
    }

    #[test]
    fn what_is_no_row_of_tokens_is_told_with_its_line() {
        assert!(read("fn f() {\n\n").is_err());
    }
}
