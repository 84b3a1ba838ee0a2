// Sent at the end, it is known at the end.

use std::rc::Rc;

use kit::predict::*;

const ITEM_01: Answer = Value(2).sure(80);
const ITEM_02: Answer = Value(2).sure(70);
const ITEM_03: Answer = Value(1).sure(70);
const ITEM_04: Answer = Value(1).sure(80);
const ITEM_05: Answer = Value(0).sure(80);
const ITEM_06: Answer = Value(0).sure(90);
const ITEM_07: Answer = Value(1).sure(80);
const ITEM_08: Answer = Value(1).sure(80);
const ITEM_09: Answer = Value(2).sure(80);
const ITEM_10: Answer = Value(1).sure(60);
const ITEM_11: Answer = Value(1).sure(80);

/// Puts an urgent parcel into the outbox, lets go of any other, and adds up the weights, wrapping around.
pub fn hand_in(parcel: Rc<str>, urgent: bool, outbox: &mut Vec<Rc<str>>, weights: &[u32]) -> u32 {
    inner(parcel, urgent, outbox, weights)
}

fn inner(parcel: Rc<str>, urgent: bool, outbox: &mut Vec<Rc<str>>, weights: &[u32]) -> u32 {
    let mut sum = 0_u32;
    for weight in weights {
        sum = sum.wrapping_add(*weight);
    }
    if urgent {
        outbox.push(parcel);
    }
    sum
}

/// The sum of the weights, wrapping around, and of the letters of the label in capitals if that is wanted.
pub fn with_label(label: &str, wanted: bool, weights: &[u32]) -> u32 {
    let mut sum = 0_u32;
    if wanted {
        let capitals = label.to_uppercase();
        sum = capitals.len() as u32;
    }
    for weight in weights {
        sum = sum.wrapping_add(*weight);
    }
    sum
}
