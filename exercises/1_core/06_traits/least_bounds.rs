// The least that will do
//
// Whoever wrote these five functions added bounds until the compiler was quiet, and then a few more
// to be on the safe side. The bodies are right. But each bound turns callers away: a type that cannot
// be copied, printed or made from nothing cannot be passed, although the body never does that with
// it. Rewrite the signatures so that each asks for exactly what its body needs, and leave the bodies
// alone. The checks pass types that can do very little, and those stay as they are.
//
// Read: Rust By Example, Bounds
// https://doc.rust-lang.org/rust-by-example/generics/bounds.html

use std::collections::HashMap;

/// The larger of two values; the left one, if neither is larger.
// TODO: Ask only for the comparison that the body makes.
fn larger<T: Copy + Ord + std::fmt::Debug>(left: T, right: T) -> T {
    if right > left { right } else { left }
}

/// Where the wanted value first stands in the list.
// TODO: Ask only for what finds an equal value.
fn place<T: Clone + PartialEq + std::fmt::Debug>(list: &[T], wanted: &T) -> Option<usize> {
    list.iter().position(|item| item == wanted)
}

/// How often each key comes.
// TODO: Ask only for what a hash map asks of its keys.
fn tally<T: std::hash::Hash + Ord + Clone>(keys: Vec<T>) -> HashMap<T, usize> {
    let mut counts = HashMap::new();
    for key in keys {
        *counts.entry(key).or_insert(0) += 1;
    }
    counts
}

/// Lets the first and the last value of the list change places.
// TODO: Ask only for what it takes to swap two values.
fn swap_ends<T: Copy + Default + std::fmt::Debug>(list: &mut [T]) {
    if let [first, .., last] = list {
        std::mem::swap(first, last);
    }
}

/// The thing as text, in brackets.
// TODO: Ask only for what the text needs, so that any thing behind a reference will do.
fn framed<T: std::fmt::Display + std::fmt::Debug + Clone>(thing: &T) -> String {
    format!("[{thing}]")
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    /// Can be compared, and nothing more: not copied, not printed, and not every pair has an order.
    #[derive(PartialEq, PartialOrd)]
    struct Weight(f64);

    /// Can be told from another one, and nothing more.
    #[derive(PartialEq)]
    struct Seal(u8);

    /// Can be a key, and nothing more.
    #[derive(PartialEq, Eq, Hash)]
    struct Badge(u8);

    /// Can do nothing at all.
    struct Chest(u8);

    #[test]
    fn the_larger_of_two_weights() {
        let Weight(found) = larger(Weight(2.5), Weight(-3.0));
        assert_eq!(found, 2.5, "the left one is larger");
    }

    #[test]
    fn the_larger_where_neither_is() {
        assert!(
            larger(0.0_f64, -0.0).is_sign_positive(),
            "equal values: the left one stays"
        );
        assert!(
            larger(f64::NAN, 1.0).is_nan(),
            "no order between the two: the left one stays"
        );
    }

    #[test]
    fn the_place_of_a_seal() {
        let seals = [Seal(4), Seal(9), Seal(9)];
        let found = place(&seals, &Seal(9));
        assert_eq!(found, Some(1), "the first of two equal seals");
        let at = ::kit::Rng::salted("least_bounds: seals").below(9);
        let seals = Vec::from_iter((0..12).map(|number| Seal(u8::from(number >= at))));
        let found = place(&seals, &Seal(1));
        assert_eq!(found, Some(at), "the first of {} equal seals", 12 - at);
    }

    #[test]
    fn badges_are_tallied() {
        let badges = vec![Badge(1), Badge(2), Badge(1)];
        let counts = tally(badges);
        assert_eq!(counts.get(&Badge(1)), Some(&2), "badge 1 comes twice");
        assert_eq!(
            (counts.get(&Badge(2)), counts.len()),
            (Some(&1), 2),
            "badge 2 comes once, and that is all"
        );
    }

    #[test]
    fn chests_change_places() {
        let mut row = [Chest(1), Chest(2), Chest(3)];
        swap_ends(&mut row);
        assert_eq!(
            row.map(|chest| chest.0),
            [3, 2, 1],
            "first and last have changed places"
        );
        let len = 2 + ::kit::Rng::salted("least_bounds: chests").below(9) as u8;
        let mut row: Vec<Chest> = (0..len).map(Chest).collect();
        swap_ends(&mut row);
        assert_eq!(
            (row[0].0, row[row.len() - 1].0),
            (len - 1, 0),
            "the ends of {len} chests"
        );
    }

    #[test]
    fn plain_text_is_framed() {
        let text: &str = "oak";
        assert_eq!(
            framed(text),
            "[oak]",
            "here the thing behind the reference is a `str`"
        );
    }

    #[test]
    fn something_printable_is_framed() {
        let thing: &dyn std::fmt::Display = &7;
        assert_eq!(
            framed(thing),
            "[7]",
            "here nobody knows what the thing is, only that it can be printed"
        );
    }

    #[test]
    fn drawn_values() {
        let mut rng = ::kit::Rng::salted("least_bounds: drawn values");
        for _ in 0..30 {
            let mut list: Vec<i64> = (0..rng.below(7)).map(|_| rng.between(-3, 3)).collect();
            let (left, right) = (rng.between(-9, 9), rng.between(-9, 9));
            assert_eq!(larger(left, right), left.max(right));
            assert_eq!(framed(&left), format!("[{left}]"));
            for (key, count) in tally(list.clone()) {
                assert_eq!(
                    count,
                    list.iter().filter(|item| **item == key).count(),
                    "{key} in {list:?}"
                );
            }
            let wanted = rng.between(-3, 3);
            let found = place(&list, &wanted);
            let before = &list[..found.unwrap_or(list.len())];
            assert!(
                !before.contains(&wanted),
                "{wanted} stands earlier in {list:?} than at {found:?}"
            );
            assert!(
                found.is_none_or(|at| list[at] == wanted),
                "no {wanted} at {found:?} in {list:?}"
            );
            let mut turned = list.clone();
            swap_ends(&mut turned);
            let last = list.len().saturating_sub(1);
            if last > 0 {
                list.swap(0, last);
            }
            assert_eq!(turned, list, "only the two ends change places");
        }
    }

    #[test]
    fn values_may_be_borrowed_and_stay_in_one_thread() {
        use std::rc::Rc;
        let names = [String::from("ash"), String::from("oak")];
        let [ash, oak] = [Rc::new(names[0].as_str()), Rc::new(names[1].as_str())];
        let mut list = [ash.clone(), oak.clone()];
        assert_eq!(larger(ash.clone(), oak.clone()), oak, "`oak` comes later");
        assert_eq!(place(&list, &oak), Some(1), "`oak` stands second");
        assert_eq!(tally(vec![oak.clone(), oak.clone()])[&oak], 2, "twice");
        swap_ends(&mut list);
        assert_eq!(list, [oak, ash.clone()], "the ends have changed places");
        assert_eq!(framed(&ash), "[ash]", "what stands behind two pointers");
    }
}
