// Things in a box have to live for ever.

use kit::predict::*;

const ITEM_01: Answer = Compiles("Hi Ada! Hi Ada!").sure(80);
const ITEM_02: Answer = Fails("E0382", 6).sure(90);
const ITEM_03: Answer = Compiles("0 1 3").sure(70);
const ITEM_04: Answer = Compiles("4 E27").sure(80);
const ITEM_05: Answer = Fails("E0502", 19).sure(80);
const ITEM_06: Answer = Fails("E0525", 9).sure(70);
const ITEM_07: Answer = Compiles("6").sure(70);

/// Buttons, each with its label and what it does.
#[derive(Default)]
pub struct Panel<'a> {
    buttons: Vec<(String, Box<dyn FnMut()>)>,
    life: std::marker::PhantomData<&'a ()>,
}

impl<'a> Panel<'a> {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn add(&mut self, label: &str, action: impl FnMut() + 'static) {
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
pub fn compose<A, B, C>(first: impl Fn(A) -> B, second: impl Fn(B) -> C) -> impl Fn(A) -> C {
    move |input| second(first(input))
}

/// A closure that gives `step`, then twice that, and so on.
pub fn counter(step: u32) -> impl FnMut() -> u32 {
    let mut sum = 0;
    move || {
        sum += step;
        sum
    }
}
