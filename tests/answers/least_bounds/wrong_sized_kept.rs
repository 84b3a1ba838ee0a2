// The least that will do
//
// Whoever wrote these five functions added bounds until the compiler was quiet, and then a few more
// to be on the safe side. The bodies are right. But each bound turns callers away: a type that cannot
// be copied, printed or made from nothing cannot be passed, although the body never does that with
// it. Rewrite the signatures so that each asks for exactly what its body needs, and leave the bodies
// alone. The checks pass types that can do very little.
//
// Read: Rust By Example, Bounds
// https://doc.rust-lang.org/rust-by-example/generics/bounds.html

use std::collections::HashMap;

/// The larger of two values; the left one, if neither is larger.
// TODO: Ask only for the comparison that the body makes.
fn larger<T: PartialOrd>(left: T, right: T) -> T {
    if right > left { right } else { left }
}

/// Where the wanted value first stands in the list.
// TODO: Ask only for what finds an equal value.
fn place<T: PartialEq>(list: &[T], wanted: &T) -> Option<usize> {
    list.iter().position(|item| item == wanted)
}

/// How often each key comes.
// TODO: Ask only for what a hash map asks of its keys.
fn tally<T: std::hash::Hash + Eq>(keys: Vec<T>) -> HashMap<T, usize> {
    let mut counts = HashMap::new();
    for key in keys {
        *counts.entry(key).or_insert(0) += 1;
    }
    counts
}

/// Lets the first and the last value of the list change places.
// TODO: Ask only for what it takes to swap two values.
fn swap_ends<T>(list: &mut [T]) {
    if let [first, .., last] = list {
        std::mem::swap(first, last);
    }
}

/// The thing as text, in brackets.
// TODO: Ask only for what the text needs, so that any thing behind a reference will do.
fn framed<T: std::fmt::Display>(thing: &T) -> String {
    format!("[{thing}]")
}
