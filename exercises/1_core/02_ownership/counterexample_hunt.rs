// What would really break?
//
// First say what the compiler does with the six programs in `counterexample_hunt/items/`: `Fails("E0502", 4)` with
// code and line (any one of several), or `Compiles("7")` with what it prints, and how sure you are: `.sure(80)`.
//
// Five of their functions have a twin below the line, in `twins`, which does by `unsafe` just what was refused.
// For each twin write a caller, without `unsafe`, in which it really does harm: Miri, which runs a program and
// watches its memory, must report undefined behaviour. A panic is none. Where the compiler is only cautious and no
// caller can do harm, return `NoWitness`.
//
// Read: The Rustonomicon, Limits of Lifetimes
// https://doc.rust-lang.org/nomicon/lifetime-mismatch.html

use kit::predict::*;
use twins::Claim::{self, *};

// TODO: Replace each `Open` by what you expect. Three codes occur. `E0502`: something is lent to be read and to be
// changed at once. `E0499`: something is lent to be changed twice. `E0507`: something is moved out of a reference.
const ITEM_01: Answer = Open;
const ITEM_02: Answer = Open;
const ITEM_03: Answer = Open;
const ITEM_04: Answer = Open;
const ITEM_05: Answer = Open;
const ITEM_06: Answer = Open;

// TODO: In each function call the twin of the same name so that it does harm, and return `Shown`; or `NoWitness`.
/// The reference to the first item is used after the list has grown.
pub fn push_while_looking() -> Claim {
    todo!("is there a witness against `twins::push_while_looking`?")
}

/// Both ends of a list are lent out at once.
pub fn both_ends() -> Claim {
    todo!("is there a witness against `twins::both_ends`?")
}

/// A text is taken out of a reference.
pub fn take() -> Claim {
    todo!("is there a witness against `twins::take`?")
}

/// A counter is found and handed out, or made and handed out.
pub fn counter() -> Claim {
    todo!("is there a witness against `twins::counter`?")
}

/// Every number is raised by one that stands among them.
pub fn raise_by() -> Claim {
    todo!("is there a witness against `twins::raise_by`?")
}

// == checks ==
/// What was refused, done all the same. A caller sees safe functions.
pub mod twins {
    /// What a function of yours claims.
    #[derive(Debug)]
    pub enum Claim {
        /// It has called its twin in a way that does harm.
        Shown,
        /// No caller can do harm with this twin.
        NoWitness,
    }

    pub fn push_while_looking(list: &mut Vec<u64>, new: u64) -> u64 {
        let first: *const u64 = &list[0];
        list.push(new);
        unsafe { *first }
    }

    pub fn both_ends(list: &mut [u32]) -> Option<(&mut u32, &mut u32)> {
        if list.len() < 2 {
            return None;
        }
        let last = list.len() - 1;
        let start = list.as_mut_ptr();
        unsafe { Some((&mut *start, &mut *start.add(last))) }
    }

    pub fn take(slot: &String) -> String {
        unsafe { std::ptr::read(slot) }
    }

    pub fn counter(list: &mut Vec<(u32, u32)>, key: u32) -> &mut u32 {
        let list: *mut Vec<(u32, u32)> = list;
        for entry in unsafe { &mut *list }.iter_mut() {
            if entry.0 == key {
                return &mut entry.1;
            }
        }
        let list = unsafe { &mut *list };
        list.push((key, 0));
        let last = list.len() - 1;
        &mut list[last].1
    }

    pub fn raise_by(list: &mut [i32], place: usize) {
        let by: *const i32 = &list[place];
        let by = unsafe { &*by };
        for number in list.iter_mut() {
            *number += by;
        }
    }
}

#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn answers() {
        ::kit::predict::tell(&[ITEM_01, ITEM_02, ITEM_03, ITEM_04, ITEM_05, ITEM_06]);
    }
}
