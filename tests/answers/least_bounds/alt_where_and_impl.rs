use std::collections::HashMap;
use std::fmt::Display;
use std::hash::Hash;

/// The larger of two values; the left one, if neither is larger.
fn larger<T>(left: T, right: T) -> T
where
    T: PartialOrd,
{
    if right > left { right } else { left }
}

/// Where the wanted value first stands in the list.
fn place<T: PartialEq>(list: &[T], wanted: &T) -> Option<usize> {
    list.iter().position(|item| item == wanted)
}

/// How often each key comes.
fn tally<T>(keys: Vec<T>) -> HashMap<T, usize>
where
    T: Eq + Hash,
{
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
fn framed(thing: &(impl Display + ?Sized)) -> String {
    format!("[{thing}]")
}
