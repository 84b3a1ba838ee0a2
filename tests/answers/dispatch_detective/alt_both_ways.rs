// The methods of the types stay, and the trait calls them.

use kit::predict::*;

const ITEM_01: Answer = Compiles("type trait").sure(80);
const ITEM_02: Answer = Compiles("trait type").sure(60);
const ITEM_03: Answer = Compiles("trait").sure(60);
const ITEM_04: Answer = Fails("E0034", 25).sure(80);
const ITEM_05: Answer = Compiles("default type").sure(80);
const ITEM_06: Answer = Compiles("trait").sure(80);
const ITEM_07: Answer = Compiles("door reference").sure(60);
const ITEM_08: Answer = Compiles("101").sure(60);
const ITEM_09: Answer = Fails("E0119", 21).sure(80);
const ITEM_10: Answer = Compiles("pointer door").sure(70);

pub trait Plugin {
    fn name(&self) -> String;

    /// What is saved in place of this text. Most plugins change nothing.
    fn before_save(&mut self, text: &str) -> String {
        text.to_owned()
    }
}

/// All plugins, one after the other, and what comes of it.
pub fn save(plugins: &mut [Box<dyn Plugin>], text: &str) -> String {
    let mut text = text.to_owned();
    for plugin in plugins {
        text = plugin.before_save(&text);
    }
    text
}

/// Takes off the white space at the end.
pub struct Trim;

impl Plugin for Trim {
    fn name(&self) -> String {
        "trim".to_owned()
    }

    fn before_save(&mut self, text: &str) -> String {
        Trim::before_save(self, text)
    }
}

impl Trim {
    pub fn before_save(&self, text: &str) -> String {
        text.trim_end().to_owned()
    }
}

/// Notes at the end how often was saved: `(1)`, then `(2)`.
pub struct Count {
    pub saves: u32,
}

impl Plugin for Count {
    fn name(&self) -> String {
        format!("count, at {}", self.saves)
    }

    fn before_save(&mut self, text: &str) -> String {
        Count::before_save(self, text)
    }
}

impl Count {
    pub fn before_save(&mut self, text: &str) -> String {
        self.saves += 1;
        format!("{text} ({})", self.saves)
    }
}

/// A plugin in a box is a plugin.
impl<P: Plugin + ?Sized> Plugin for Box<P> {
    fn name(&self) -> String {
        P::name(self)
    }

    fn before_save(&mut self, text: &str) -> String {
        P::before_save(self, text)
    }
}
