// Why so: each `&` and each `Word` among the arguments gets a lifetime of its own. A result takes
// the only one there is, or that of `&self`: `Text` hangs on the borrow of the word, not on the text
// in it. A `dyn` behind a reference may borrow as long as the reference does; in a box there is
// nothing to take that from, so it may borrow nothing, unless `+ '_` asks for the elision that
// references have. `Ref<'b, T>` says `T: 'b` in its definition and works as a reference does. A
// signature inside `Fn(…)` has rules and a `for` of its own.

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
pub type Longest = for<'v, 'w, 'n> fn(&'v mut Vec<Word<'w>>, &'n usize);

/// `fn show(value: &dyn Debug)`
pub type Show = for<'v> fn(&'v (dyn Debug + 'v));

/// `fn keep(value: Box<dyn Debug>)`
pub type Keep = fn(Box<dyn Debug + 'static>);

/// `fn parse(line: &str) -> Box<dyn Debug + '_>`
pub type Parse = for<'l> fn(&'l str) -> Box<dyn Debug + 'l>;

/// `fn lend(cell: &RefCell<Box<dyn Debug>>) -> Ref<'_, dyn Debug>`
pub type Lend = for<'c> fn(&'c RefCell<Box<dyn Debug + 'static>>) -> Ref<'c, dyn Debug + 'c>;

/// `fn each(visit: &mut dyn FnMut(&str) -> &str)`
pub type Each = for<'v> fn(&'v mut (dyn for<'t> FnMut(&'t str) -> &'t str + 'v));
