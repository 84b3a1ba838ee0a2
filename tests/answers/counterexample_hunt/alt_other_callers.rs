// Callers that come to it in another way, another error of item 4, and nothing about how sure.

use kit::predict::*;
use twins::Claim::{self, *};

const ITEM_01: Answer = Fails("E0502", 4);
const ITEM_02: Answer = Fails("E0499", 7);
const ITEM_03: Answer = Fails("E0507", 3);
const ITEM_04: Answer = Fails("E0502", 9);
const ITEM_05: Answer = Fails("E0502", 4);
const ITEM_06: Answer = Compiles("7");

/// The reference to the first item is used after the list has grown.
pub fn push_while_looking() -> Claim {
    let mut list: Vec<u64> = (0..100).collect();
    for new in 0..200 {
        twins::push_while_looking(&mut list, new);
    }
    Shown
}

/// Both ends of a list are lent out at once.
pub fn both_ends() -> Claim {
    NoWitness
}

/// A text is taken out of a reference.
pub fn take() -> Claim {
    let text = String::from("x");
    drop(twins::take(&text));
    println!("{text}");
    Shown
}

/// A counter is found and handed out, or made and handed out.
pub fn counter() -> Claim {
    NoWitness
}

/// Every number is raised by one that stands among them.
pub fn raise_by() -> Claim {
    let mut list = vec![5; 4];
    twins::raise_by(&mut list, 2);
    Shown
}
