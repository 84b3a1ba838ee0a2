// Why so: a growing list moves when it is full, so the caller hands over a full one (a list with room to
// spare hides the fault). Taken out of a reference, a text has two owners, and the second to free it frees it
// twice. A reference that promises a number which does not change is broken by the loop that changes it. The
// two ends of a list of at least two never meet, and a counter is handed out on one way only: there the
// compiler refuses more than it must, because it knows no lengths and follows no single way.

use kit::predict::*;
use twins::Claim::{self, *};

const ITEM_01: Answer = Fails("E0502", 4).sure(90);
const ITEM_02: Answer = Fails("E0499", 7).sure(70);
const ITEM_03: Answer = Fails("E0507", 3).sure(80);
const ITEM_04: Answer = Fails("E0499", 8).sure(60);
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
