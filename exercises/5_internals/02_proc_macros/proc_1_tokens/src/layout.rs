// Tokens
//
// `columns!` takes columns, parted by commas: `name: width`, and then `-> left` or `-> right` where
// a side is wanted. It becomes an array of tuples: the name as a text, the width as a `usize`,
// whether it goes to the right. Write `expand`, which works on nothing but tokens. A fault points
// at the token that is wrong; where the input ends too early, at its last token.
// A width is a plain number above zero; a name is given once; a comma may stand at the end.
//
// `tests/tokens.rs` calls `expand` without the compiler, `tests/table.rs` uses the macro.
//
// Read: the documentation of proc-macro2, TokenTree and Spacing
// https://docs.rs/proc-macro2/latest/proc_macro2/enum.TokenTree.html

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
    // TODO: Take the tokens of each column one by one, and answer with a fault at the first wrong one.
    // TODO: Read the arrow: it comes as two tokens, and `- >` is none.
    let names = [""; 0];
    if let Some(first) = input.into_iter().next() {
        todo!("{}", Fault::at(&first, "not read yet").says);
    }
    Ok(quote!([#((#names, 0_usize, false)),*]))
}
