// Read the middle language
//
// rustc turns each function into blocks of small steps, MIR, and decides there what is dropped where.
//
// One: each program in `read_the_mir/items/` names a function and some text; on how many lines of that function's MIR,
// in a debug build, does the text stand? `Value(3).sure(60)`. The compiler counts after you.
//
// Two: the optimised MIR of both functions below still keeps a flag at run time, a `bool` that is set to `const false`
// and `const true`, to know whether there is something to drop. Change them so that it needs none. What they do stays
// the same, but for the moment of a drop; nothing is leaked. Look with `rustc -O --crate-type lib --emit=mir`.
//
// Read: https://rustc-dev-guide.rust-lang.org/mir/drop-elaboration.html

use std::rc::Rc;

use kit::predict::*;

// TODO: Replace each `Open` by the number that you expect.
const ITEM_01: Answer = Open;
const ITEM_02: Answer = Open;
const ITEM_03: Answer = Open;
const ITEM_04: Answer = Open;
const ITEM_05: Answer = Open;
const ITEM_06: Answer = Open;
const ITEM_07: Answer = Open;
const ITEM_08: Answer = Open;
const ITEM_09: Answer = Open;
const ITEM_10: Answer = Open;
const ITEM_11: Answer = Open;

/// Puts an urgent parcel into the outbox, lets go of any other, and adds up the weights, wrapping around.
pub fn hand_in(parcel: Rc<str>, urgent: bool, outbox: &mut Vec<Rc<str>>, weights: &[u32]) -> u32 {
    // TODO: Let every way through know what becomes of the parcel.
    if urgent {
        outbox.push(parcel);
    }
    let mut sum = 0_u32;
    for weight in weights {
        sum = sum.wrapping_add(*weight);
    }
    sum
}

/// The sum of the weights, wrapping around, and of the letters of the label in capitals if that is wanted.
pub fn with_label(label: &str, wanted: bool, weights: &[u32]) -> u32 {
    // TODO: Let the compiler know on every way whether there is a text.
    let capitals;
    let mut sum = 0_u32;
    if wanted {
        capitals = label.to_uppercase();
        sum = capitals.len() as u32;
    }
    for weight in weights {
        sum = sum.wrapping_add(*weight);
    }
    sum
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn answers() {
        ::kit::predict::tell(&[
            ITEM_01, ITEM_02, ITEM_03, ITEM_04, ITEM_05, ITEM_06, ITEM_07, ITEM_08, ITEM_09,
            ITEM_10, ITEM_11,
        ]);
    }

    fn weights(what: &str) -> Vec<u32> {
        let mut rng = ::kit::Rng::salted(&format!("read_the_mir: {what}"));
        (0..rng.within(2..20_usize))
            .map(|_| rng.within(0..1000_u32))
            .collect()
    }

    #[test]
    fn an_urgent_parcel_is_sent_and_any_other_is_let_go() {
        let weights = weights("hand in");
        for urgent in [true, false] {
            let parcel: Rc<str> = Rc::from("books");
            let mut outbox = vec![Rc::from("old")];
            let sum = hand_in(Rc::clone(&parcel), urgent, &mut outbox, &weights);
            assert_eq!(sum, weights.iter().sum(), "the weights");
            let there = outbox
                .iter()
                .filter(|other| Rc::ptr_eq(other, &parcel))
                .count();
            assert_eq!(
                (there, outbox.len()),
                (usize::from(urgent), 1 + usize::from(urgent)),
                "urgent: {urgent}"
            );
            assert_eq!(
                Rc::strong_count(&parcel),
                1 + there,
                "urgent: {urgent}; nobody else has it after that"
            );
        }
        assert_eq!(
            hand_in(Rc::from("x"), false, &mut Vec::new(), &[u32::MAX, 2]),
            1,
            "it wraps around"
        );
    }

    #[test]
    fn a_label_counts_if_it_is_wanted() {
        let weights = weights("label");
        let sum: u32 = weights.iter().sum();
        let mut rng = ::kit::Rng::salted("read_the_mir: label text");
        let label = "k".repeat(rng.within(1..9_usize));
        assert_eq!(with_label(&label, true, &weights), sum + label.len() as u32);
        assert_eq!(with_label(&label, false, &weights), sum);
        assert_eq!(
            with_label("groß", true, &[1]),
            6,
            "`GROSS` has five letters"
        );
        assert_eq!(
            with_label("ﬁ", true, &[1]),
            3,
            "in capitals, this one sign becomes the two letters `FI`"
        );
        assert_eq!(with_label("ab", true, &[u32::MAX]), 1, "it wraps around");
    }
}
