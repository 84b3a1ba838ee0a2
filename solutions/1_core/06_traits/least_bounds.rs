// Why so: a bound is a demand on every caller, so it needs a reason in the body. `>` is PartialOrd's
// and `==` PartialEq's; moving, swapping and returning a value need nothing at all. A hash map's keys
// have to be Hash and Eq. `Sized` is the one bound that is always there unwritten: the thing in
// `framed` is behind a reference, so `?Sized` gives that demand up as well.

use std::collections::HashMap;

/// The larger of two values; the left one, if neither is larger.
fn larger<T: PartialOrd>(left: T, right: T) -> T {
    if right > left { right } else { left }
}

/// Where the wanted value first stands in the list.
fn place<T: PartialEq>(list: &[T], wanted: &T) -> Option<usize> {
    list.iter().position(|item| item == wanted)
}

/// How often each key comes.
fn tally<T: std::hash::Hash + Eq>(keys: Vec<T>) -> HashMap<T, usize> {
    let mut counts = HashMap::new();
    for key in keys {
        *counts.entry(key).or_insert(0) += 1;
    }
    counts
}

/// Lets the first and the last value of the list change places.
fn swap_ends<T>(list: &mut [T]) {
    if let [first, .., last] = list {
        std::mem::swap(first, last);
    }
}

/// The thing as text, in brackets.
fn framed<T: std::fmt::Display + ?Sized>(thing: &T) -> String {
    format!("[{thing}]")
}
