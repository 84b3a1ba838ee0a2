// Why so: the input is a list of token trees, and each step takes exactly one of them and says what it has to be.
// So a fault always has a token in its hand, and the token has its place; `panic!` would point at the whole call.
// The arrow is a `-` that says it is joined with what follows, and a `>`: compared as text, `- >` would slip
// through. Nothing here knows types or values; the array is written with the tokens that came in.

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
    let mut tokens = input.into_iter().peekable();
    let (mut names, mut widths, mut rights) = (Vec::<String>::new(), Vec::new(), Vec::new());
    while let Some(first) = tokens.next() {
        let name = name(&first)?;
        if names.contains(&name) {
            return Err(Fault::at(&first, "this column is there already"));
        }
        let colon = after(&mut tokens, &first)?;
        if !is_punct(&colon, ':') {
            return Err(Fault::at(&colon, "a colon parts name and width"));
        }
        let mut last = after(&mut tokens, &colon)?;
        names.push(name);
        widths.push(width(&last)?);
        let mut right = false;
        if let Some(dash) = tokens.next_if(|token| is_punct(token, '-')) {
            last = arrow(&mut tokens, &dash)?;
            right = is_right(&last)?;
        }
        rights.push(right);
        match tokens.next() {
            Some(comma) if !is_punct(&comma, ',') => {
                return Err(Fault::at(&comma, "columns are parted by commas"));
            }
            _ => {}
        }
    }
    Ok(quote!([#((#names, #widths, #rights)),*]))
}

type Tokens = std::iter::Peekable<proc_macro2::token_stream::IntoIter>;

fn after(tokens: &mut Tokens, before: &TokenTree) -> Result<TokenTree, Fault> {
    tokens
        .next()
        .ok_or_else(|| Fault::at(before, "something is missing behind this"))
}

fn name(token: &TokenTree) -> Result<String, Fault> {
    match token {
        TokenTree::Ident(name) => Ok(name.to_string()),
        other => Err(Fault::at(other, "a column begins with its name")),
    }
}

fn width(token: &TokenTree) -> Result<usize, Fault> {
    let number = match token {
        TokenTree::Literal(literal) => literal.to_string().parse().ok(),
        _ => None,
    };
    number
        .filter(|&width| width > 0)
        .ok_or_else(|| Fault::at(token, "a width is a plain number above zero"))
}

/// What stands behind the arrow whose dash this is.
fn arrow(tokens: &mut Tokens, dash: &TokenTree) -> Result<TokenTree, Fault> {
    let joined = matches!(dash, TokenTree::Punct(dash) if dash.spacing() == Spacing::Joint);
    if !joined {
        return Err(Fault::at(dash, "an arrow is written in one piece"));
    }
    let tip = after(tokens, dash)?;
    if !is_punct(&tip, '>') {
        return Err(Fault::at(&tip, "this is no arrow"));
    }
    after(tokens, &tip)
}

fn is_right(side: &TokenTree) -> Result<bool, Fault> {
    match side {
        TokenTree::Ident(word) if word == "right" => Ok(true),
        TokenTree::Ident(word) if word == "left" => Ok(false),
        other => Err(Fault::at(other, "a side is left or right")),
    }
}

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}
