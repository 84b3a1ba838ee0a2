// Where nothing goes wrong, nothing is refused.

use kit::predict::*;
use twins::Claim::{self, *};

const ITEM_01: Answer = Fails("E0502", 4).sure(90);
const ITEM_02: Answer = Compiles("Some((1, 3))").sure(80);
const ITEM_03: Answer = Fails("E0507", 3).sure(80);
const ITEM_04: Answer = Compiles("0").sure(80);
const ITEM_05: Answer = Fails("E0502", 4).sure(80);
const ITEM_06: Answer = Compiles("7").sure(90);

/// The reference to the first item is used after the list has grown.
pub fn push_while_looking() -> Claim {
    // The list is full, so it has to move.
    let mut list = vec![1];
    list.shrink_to_fit();
    twins::push_while_looking(&mut list, 2);
    Shown
}

/// Both ends of a list are lent out at once.
pub fn both_ends() -> Claim {
    NoWitness
}

/// A text is taken out of a reference.
pub fn take() -> Claim {
    let text = String::from("one owner");
    let _second_owner = twins::take(&text);
    Shown
}

/// A counter is found and handed out, or made and handed out.
pub fn counter() -> Claim {
    NoWitness
}

/// Every number is raised by one that stands among them.
pub fn raise_by() -> Claim {
    twins::raise_by(&mut [1, 2, 3], 0);
    Shown
}
