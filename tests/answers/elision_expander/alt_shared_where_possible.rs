// No lifetime is shared that need not be, and where two may be one, they are.

use std::cell::{Ref, RefCell};
use std::fmt::Debug;

/// A text to read from.
pub struct Tape(pub String);

/// A piece of somebody's text.
pub struct Word<'w>(pub &'w str);

/// `fn first(text: &str) -> &str`
pub type First = for<'t> fn(&'t str) -> &'t str;

/// `impl Tape { fn skip(&self, start: &str) -> &str }`
pub type Skip = for<'t, 's> fn(&'t Tape, &'s str) -> &'t str;

/// `fn next(tape: &mut Tape) -> Option<Word<'_>>`
pub type Next = for<'t> fn(&'t mut Tape) -> Option<Word<'t>>;

/// `impl Word<'_> { fn text(&self) -> &str }`
pub type Text = for<'s, 'w> fn(&'s Word<'w>) -> &'s str;

/// `fn longest(words: &mut Vec<Word>, least: &usize)`
pub type Longest = for<'v, 'w> fn(&'v mut Vec<Word<'w>>, &'v usize);

/// `fn show(value: &dyn Debug)`
pub type Show = for<'v, 'd> fn(&'v (dyn Debug + 'd));

/// `fn keep(value: Box<dyn Debug>)`
pub type Keep = fn(Box<dyn Debug + 'static>);

/// `fn parse(line: &str) -> Box<dyn Debug + '_>`
pub type Parse = for<'l> fn(&'l str) -> Box<dyn Debug + 'l>;

/// `fn lend(cell: &RefCell<Box<dyn Debug>>) -> Ref<'_, dyn Debug>`
pub type Lend = for<'c> fn(&'c RefCell<Box<dyn Debug + 'static>>) -> Ref<'c, dyn Debug + 'c>;

/// `fn each(visit: &mut dyn FnMut(&str) -> &str)`
pub type Each = for<'v> fn(&'v mut (dyn for<'t> FnMut(&'t str) -> &'t str + 'v));
