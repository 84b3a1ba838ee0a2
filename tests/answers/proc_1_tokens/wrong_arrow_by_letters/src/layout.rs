use proc_macro2::{Span, TokenStream, TokenTree};
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
    let tip = after(tokens, dash)?;
    if !is_punct(&tip, '>') {
        let at = if is_punct(&tip, '=') { &tip } else { dash };
        return Err(Fault::at(at, "this is no arrow"));
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
