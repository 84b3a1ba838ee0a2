// A type parameter instead of `impl` in argument position, labels and actions in two lists.

use kit::predict::*;

const ITEM_01: Answer = Compiles("Hi Ada! Hi Ada!");
const ITEM_02: Answer = Fails("E0382", 6);
const ITEM_03: Answer = Compiles("0 1 3");
const ITEM_04: Answer = Compiles("4 E27");
const ITEM_05: Answer = Fails("E0502", 19);
const ITEM_06: Answer = Fails("E0525", 9);
const ITEM_07: Answer = Compiles("6");

pub struct Panel<'p> {
    labels: Vec<String>,
    actions: Vec<Box<dyn 'p + FnMut()>>,
}

impl<'p> Panel<'p> {
    pub fn new() -> Self {
        let (labels, actions) = (Vec::new(), Vec::new());
        Self { labels, actions }
    }

    pub fn add<F>(&mut self, label: &str, action: F)
    where
        F: FnMut() + 'p,
    {
        self.labels.push(label.to_owned());
        self.actions.push(Box::new(action));
    }

    pub fn press(&mut self, label: &str) -> bool {
        let Some(place) = self.labels.iter().position(|name| name == label) else {
            return false;
        };
        (self.actions[place])();
        true
    }
}

pub fn compose<A, B, C, F, G>(first: F, second: G) -> impl Fn(A) -> C
where
    F: Fn(A) -> B,
    G: Fn(B) -> C,
{
    move |input| {
        let between = first(input);
        second(between)
    }
}

pub fn counter(step: u32) -> impl FnMut() -> u32 {
    let mut times = 0;
    move || {
        times += 1;
        step * times
    }
}
