//! Rust source as items with places: which functions there are, where their bodies stand, which names are new. It must
//! not judge.

use std::collections::BTreeSet;
use std::ops::Range;

use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};

use crate::check::tokens::{self, Kind};

/// A function with a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Its name.
    pub name: String,
    /// The type it returns, as written without blanks; empty for none.
    pub returns: String,
    /// The bytes between its braces.
    pub inside: Range<usize>,
    /// The line of its name.
    pub line: usize,
    /// Its parameters' names.
    pub parameters: Vec<String>,
    /// Whether it is marked `#[test]`.
    pub is_test: bool,
}

/// All functions with a body, in source order; none where the source does not parse.
#[must_use]
pub fn bodies(source: &str) -> Vec<Body> {
    let Ok(file) = syn::parse_file(source) else { return Vec::new() };
    let mut found = Bodies { source, list: Vec::new() };
    found.visit_file(&file);
    found.list
}

struct Bodies<'s> {
    source: &'s str,
    list: Vec<Body>,
}

impl Bodies<'_> {
    fn push(&mut self, attributes: &[syn::Attribute], signature: &syn::Signature, block: &syn::Block) {
        let outer = bytes(block.span());
        if outer.len() < 2 {
            return;
        }
        let returns = match &signature.output {
            syn::ReturnType::Default => String::new(),
            syn::ReturnType::Type(_, kind) => self.source[bytes(kind.span())].split_whitespace().collect(),
        };
        let parameters = signature.inputs.iter().filter_map(|input| match input {
            syn::FnArg::Typed(typed) => match typed.pat.as_ref() {
                syn::Pat::Ident(name) => Some(name.ident.to_string()),
                syn::Pat::Wild(_) => Some("_".to_owned()),
                _ => None,
            },
            syn::FnArg::Receiver(_) => None,
        });
        self.list.push(Body {
            name: signature.ident.to_string(),
            returns,
            inside: outer.start + 1..outer.end - 1,
            line: signature.ident.span().start().line,
            parameters: parameters.collect(),
            is_test: attributes.iter().any(|attribute| attribute.path().is_ident("test")),
        });
    }
}

impl<'ast> Visit<'ast> for Bodies<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.push(&item.attrs, &item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.push(&item.attrs, &item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.push(&item.attrs, &item.sig, block);
        }
        visit::visit_trait_item_fn(self, item);
    }
}

/// The bytes that a span covers.
#[must_use]
pub fn bytes(span: Span) -> Range<usize> {
    span.byte_range()
}

/// The source with the bodies of these functions replaced; a function inside another one goes with it.
#[must_use]
pub fn with_bodies(source: &str, list: &[Body], new: &dyn Fn(&Body) -> Option<String>) -> String {
    let mut text = String::new();
    let mut at = 0;
    for body in list {
        if body.inside.start < at {
            continue;
        }
        if let Some(replacement) = new(body) {
            text += &source[at..body.inside.start];
            text += &replacement;
            at = body.inside.end;
        }
    }
    text + &source[at..]
}

/// The names and keywords of a source.
#[must_use]
pub fn names(source: &str) -> BTreeSet<String> {
    let found = tokens::read(source).unwrap_or_default();
    found.into_iter().filter(|token| token.kind == Kind::Ident).map(|token| token.text).collect()
}

/// The literals of a source, in order, each once.
#[must_use]
pub fn literals(source: &str) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let found = tokens::read(source).unwrap_or_default().into_iter();
    let found = found.filter(|token| token.kind == Kind::Literal).map(|token| token.text);
    found.filter(|text| seen.insert(text.clone())).collect()
}

/// How many tokens have to be taken away or written to come from one source to the other.
#[must_use]
pub fn distance(from: &str, to: &str) -> usize {
    let read = |text: &str| -> Vec<String> {
        tokens::read(text).unwrap_or_default().into_iter().map(|token| token.text).collect()
    };
    let (from, to) = (read(from), read(to));
    // The longest common row of tokens, one line of the table at a time.
    let mut row = vec![0_usize; to.len() + 1];
    for left in &from {
        let mut before = 0;
        for (place, right) in to.iter().enumerate() {
            let above = row[place + 1];
            row[place + 1] = if left == right { before + 1 } else { above.max(row[place]) };
            before = above;
        }
    }
    from.len() + to.len() - 2 * row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "fn a(x: u8, _: u8) -> Option<u8> { fn b() {} Some(x) }\nimpl T { fn c(&self) {} }\ntrait U { fn d() -> u8 { 3 } fn e(); }\n";

    #[test]
    fn bodies_are_found_with_what_they_return() {
        let found = bodies(SOURCE);
        let seen: Vec<_> = found.iter().map(|body| (body.name.as_str(), body.returns.as_str())).collect();
        assert_eq!(seen, [("a", "Option<u8>"), ("b", ""), ("c", ""), ("d", "u8")]);
        assert_eq!(found[0].parameters, ["x", "_"]);
        assert_eq!(&SOURCE[found[3].inside.clone()], " 3 ");
    }

    #[test]
    fn bodies_are_replaced_and_what_is_inside_goes_with_them() {
        let found = bodies(SOURCE);
        let emptied = with_bodies(SOURCE, &found, &|body| (!body.returns.is_empty()).then(|| "!".to_owned()));
        assert_eq!(
            emptied,
            "fn a(x: u8, _: u8) -> Option<u8> {!}\nimpl T { fn c(&self) {} }\ntrait U { fn d() -> u8 {!} fn e(); }\n"
        );
    }

    #[test]
    fn distance_counts_tokens_and_no_comments() {
        assert_eq!(distance("fn a() {}", "// more\nfn a() {}"), 0);
        assert_eq!(distance("a + b", "a - b"), 2);
        assert_eq!(distance("", "a b c"), 3);
    }
}
