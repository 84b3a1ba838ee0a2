// What a closure holds
//
// One: seven small programs lie in `closure_captures/items/`. Say what each of them does before a tool is
// asked: `Compiles("…")` with what it prints, or `Fails("E0382", 7)` with code and line. The
// codes that come up are E0382, E0502 and E0525.
// Two: `Panel` keeps an action for each button, and asks too much of it. Ask for so little
// that the programs in `accept/` compile; those in `reject/` must be refused all the same.
// Three: `compose` and `counter` return boxes. Return the closures themselves, which takes no memory. What
// `compose` returns stays an `Fn`, and so its two parts have to be `Fn` as well; ask them for no lifetime.
//
// Read: The Rust Programming Language, Closures
// https://doc.rust-lang.org/book/ch13-01-closures.html

use kit::predict::*;

// TODO: Replace each `Open` by what you expect of the program with the same number.
const ITEM_01: Answer = Open;
const ITEM_02: Answer = Open;
const ITEM_03: Answer = Open;
const ITEM_04: Answer = Open;
const ITEM_05: Answer = Open;
const ITEM_06: Answer = Open;
const ITEM_07: Answer = Open;

/// Buttons, each with its label and what it does.
#[derive(Default)]
pub struct Panel<'a> {
    // TODO: Keep actions that may change what they hold, and may borrow for `'a`.
    buttons: Vec<(String, Box<dyn Fn()>)>,
    /// Only there while nothing else names the lifetime.
    unused: std::marker::PhantomData<&'a ()>,
}

impl<'a> Panel<'a> {
    pub fn new() -> Self {
        Self::default()
    }

    // TODO: Ask no more of the action than that.
    pub fn add(&mut self, label: &str, action: impl Fn() + 'static) {
        self.buttons.push((label.to_owned(), Box::new(action)));
    }

    /// Does what the first button with this label does; says whether there is one.
    pub fn press(&mut self, label: &str) -> bool {
        match self.buttons.iter_mut().find(|(name, _)| name == label) {
            Some((_, action)) => {
                action();
                true
            }
            None => false,
        }
    }
}

/// First the one, then the other with what came out.
// TODO: Return the closure itself.
pub fn compose<A: 'static, B: 'static, C: 'static>(
    first: impl Fn(A) -> B + 'static,
    second: impl Fn(B) -> C + 'static,
) -> Box<dyn Fn(A) -> C> {
    Box::new(move |input| second(first(input)))
}

/// A closure that gives `step`, then twice that, and so on.
// TODO: Return the closure itself.
pub fn counter(step: u32) -> Box<dyn FnMut() -> u32> {
    let mut sum = 0;
    Box::new(move || {
        sum += step;
        sum
    })
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;
    use std::cell::Cell;
    use std::rc::Rc;

    #[global_allocator]
    static HEAP: ::kit::Heap = ::kit::Heap;

    /// An action that counts where everybody can read it.
    fn adds_to(count: &Rc<Cell<u32>>) -> impl Fn() + use<> {
        let count = Rc::clone(count);
        move || count.set(count.get() + 1)
    }

    #[test]
    fn answers() {
        ::kit::predict::tell(&[
            ITEM_01, ITEM_02, ITEM_03, ITEM_04, ITEM_05, ITEM_06, ITEM_07,
        ]);
    }

    #[test]
    fn each_press_runs_the_action_of_that_button() {
        let mut rng = ::kit::Rng::salted("closure_captures: panel");
        let (ups, downs) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
        let mut expected = (0, 0);
        let mut panel = Panel::new();
        panel.add("up", adds_to(&ups));
        panel.add("down", adds_to(&downs));
        for _ in 0..50 {
            if rng.below(2) == 0 {
                assert!(panel.press("up"), "there is a button \"up\"");
                expected.0 += 1;
            } else {
                assert!(panel.press("down"), "there is a button \"down\"");
                expected.1 += 1;
            }
            assert!(!panel.press("stop"), "there is no button \"stop\"");
        }
        assert_eq!(
            (ups.get(), downs.get()),
            expected,
            "presses of \"up\" and \"down\""
        );
    }

    #[test]
    fn of_two_buttons_with_one_label_the_first_acts() {
        let (first, second) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
        let mut panel = Panel::new();
        panel.add("light", adds_to(&first));
        panel.add("light", adds_to(&second));
        panel.press("light");
        assert_eq!(
            (first.get(), second.get()),
            (1, 0),
            "presses that each has seen"
        );
    }

    #[test]
    fn composed_functions_run_one_after_the_other() {
        let mut rng = ::kit::Rng::salted("closure_captures: compose");
        let (add, factor) = (rng.within(1..1000_u64), rng.within(2..1000_u64));
        let both = compose(move |n: u64| n + add, move |n| n * factor);
        for _ in 0..20 {
            let n = rng.within(0..1000_u64);
            assert_eq!(
                both(n),
                (n + add) * factor,
                "{n} + {add}, and that times {factor}"
            );
        }
        let words = compose(|text: &str| text.len(), |len| format!("{len} bytes"));
        assert_eq!(words("lamp"), "4 bytes");
    }

    #[test]
    fn counters_count_for_themselves() {
        let mut rng = ::kit::Rng::salted("closure_captures: counter");
        let step = rng.within(1..1000_u32);
        let (mut one, mut other) = (counter(step), counter(1));
        assert_eq!(
            [one(), one(), one()],
            [step, 2 * step, 3 * step],
            "in steps of {step}"
        );
        assert_eq!(
            [other(), other()],
            [1, 2],
            "each counter has a sum of its own"
        );
    }

    #[test]
    fn returned_closures_take_no_memory() {
        let (total, seen) = ::kit::allocations(|| {
            let both = compose(compose(|n: u32| n + 1, |n| n * 2), |n| n + 3);
            let mut count = counter(both(1));
            count() + count()
        });
        assert_eq!(total, 21);
        assert_eq!(
            seen.count, 0,
            "a closure that is returned as itself needs no box"
        );
    }
}
