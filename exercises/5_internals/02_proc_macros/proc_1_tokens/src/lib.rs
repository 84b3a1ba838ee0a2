//! `columns!` describes the columns of a table, and is checked while the program is compiled.

mod layout;

use proc_macro::TokenStream;

/// `columns! { id: 4, name: 12 -> right }` is `[("id", 4, false), ("name", 12, true)]`.
#[proc_macro]
pub fn columns(input: TokenStream) -> TokenStream {
    match layout::expand(input.into()) {
        Ok(table) => table.into(),
        Err(fault) => fault.into_tokens().into(),
    }
}
