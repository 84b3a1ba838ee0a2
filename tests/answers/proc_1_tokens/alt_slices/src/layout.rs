use proc_macro2::{Spacing, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

/// What is wrong, and where.
#[derive(Debug)]
pub struct Fault {
    pub span: Span,
    pub says: String,
}

impl Fault {
    fn at(token: &TokenTree, says: &str) -> Self {
        Self {
            span: token.span(),
            says: says.to_owned(),
        }
    }

    /// An error of the compiler, at the place of the fault.
    pub fn into_tokens(self) -> TokenStream {
        let says = self.says;
        quote_spanned!(self.span=> ::core::compile_error!(#says))
    }
}

/// The array that these columns describe.
pub fn expand(input: TokenStream) -> Result<TokenStream, Fault> {
    let tokens: Vec<TokenTree> = input.into_iter().collect();
    let mut known: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    let mut rest = tokens.as_slice();
    while !rest.is_empty() {
        let ((name, width, right), left) = column(rest)?;
        if known.contains(&name) {
            return Err(Fault::at(&rest[0], "twice"));
        }
        rows.push(quote!((#name, #width, #right)));
        known.push(name);
        rest = match left {
            [] => left,
            [TokenTree::Punct(comma), next @ ..] if comma.as_char() == ',' => next,
            [other, ..] => return Err(Fault::at(other, "no comma")),
        };
    }
    Ok(quote!([#(#rows),*]))
}

type Column = (String, usize, bool);

/// The first column of these tokens, and what is left.
fn column(tokens: &[TokenTree]) -> Result<(Column, &[TokenTree]), Fault> {
    let short = || {
        let last = tokens.last().expect("there is one");
        Err(Fault::at(last, "more is wanted behind this"))
    };
    let (name, tail) = match tokens {
        [TokenTree::Ident(name), tail @ ..] => (name.to_string(), tail),
        [other, ..] => return Err(Fault::at(other, "no name")),
        [] => return short(),
    };
    let tail = match tail {
        [TokenTree::Punct(colon), tail @ ..] if colon.as_char() == ':' => tail,
        [other, ..] => return Err(Fault::at(other, "no colon")),
        [] => return short(),
    };
    let (width, tail) = match tail {
        [number, tail @ ..] => match number.to_string().parse() {
            Ok(width) if width != 0 => (width, tail),
            _ => return Err(Fault::at(number, "no width")),
        },
        [] => return short(),
    };
    let [TokenTree::Punct(dash), tail @ ..] = tail else {
        return Ok(((name, width, false), tail));
    };
    if dash.as_char() != '-' {
        return Ok(((name, width, false), &tokens[3..]));
    }
    if dash.spacing() == Spacing::Alone {
        return Err(Fault::at(&tokens[3], "no arrow"));
    }
    let tail = match tail {
        [TokenTree::Punct(tip), tail @ ..] if tip.as_char() == '>' => tail,
        [other, ..] => return Err(Fault::at(other, "no arrow")),
        [] => return short(),
    };
    match tail {
        [TokenTree::Ident(side), tail @ ..] if side == "left" => Ok(((name, width, false), tail)),
        [TokenTree::Ident(side), tail @ ..] if side == "right" => Ok(((name, width, true), tail)),
        [other, ..] => Err(Fault::at(other, "no side")),
        [] => short(),
    }
}
