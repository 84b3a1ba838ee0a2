// What was left out
//
// Ten signatures leave their lifetimes out, and the compiler fills them in by rules that never look
// at a body. Each stands above an alias. Write the alias as a function pointer type in which nothing
// is left out: `for<'a> fn(&'a str) -> usize`, with a lifetime at every `&`, for every `Word` and
// behind every `dyn`. `&self` is the first argument.
//
// Each probe in `elision_expander/accept/` has the original, with nothing written out. It uses the
// original as yours, and yours in place of the original, so yours has to promise neither more nor less.
//
// Read: The Rustonomicon, Lifetime Elision
// https://doc.rust-lang.org/nomicon/lifetime-elision.html

use std::cell::{Ref, RefCell};
use std::fmt::Debug;

/// A text to read from.
pub struct Tape(pub String);

/// A piece of somebody's text.
pub struct Word<'w>(pub &'w str);

/// What an alias is before you have written it.
pub struct Open;

// TODO: Replace each `Open`.
/// `fn first(text: &str) -> &str`
pub type First = Open;

/// `impl Tape { fn skip(&self, start: &str) -> &str }`
pub type Skip = Open;

/// `fn next(tape: &mut Tape) -> Option<Word<'_>>`
pub type Next = Open;

/// `impl Word<'_> { fn text(&self) -> &str }`
pub type Text = Open;

/// `fn longest(words: &mut Vec<Word>, least: &usize)`
pub type Longest = Open;

/// `fn show(value: &dyn Debug)`
pub type Show = Open;

/// `fn keep(value: Box<dyn Debug>)`
pub type Keep = Open;

/// `fn parse(line: &str) -> Box<dyn Debug + '_>`
pub type Parse = Open;

/// `fn lend(cell: &RefCell<Box<dyn Debug>>) -> Ref<'_, dyn Debug>`
pub type Lend = Open;

/// `fn each(visit: &mut dyn FnMut(&str) -> &str)`
pub type Each = Open;

// == checks ==
// The probes lie in `elision_expander/accept/`, one for each alias.
