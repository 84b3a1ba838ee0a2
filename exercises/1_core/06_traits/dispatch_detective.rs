// Which body runs?
//
// One: in the ten programs in `dispatch_detective/items/`, methods of the same name compete. Say what each
// program prints, `Compiles("…")`, or with which code and on which line it is refused, `Fails("E0282", 7)`.
// E0034 and E0119 come up; `rustc --explain E0034` tells of them.
// Two: an editor has plugins that change a text before it is saved. Both do their work when they are called
// by their type, and nothing happens when the editor calls them. Find out why, and let the overrides be
// called in every case: by type, in the editor's list, in a box. The trait and `save` stay as they are.
//
// Read: The Rust Programming Language, Disambiguating Between Identically Named Methods
// https://doc.rust-lang.org/book/ch20-02-advanced-traits.html

use kit::predict::*;

// TODO: Replace each `Open` by what you expect of the program with the same number.
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
}

// TODO: Find out whom this method belongs to.
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
}

impl Count {
    pub fn before_save(&mut self, text: &str) -> String {
        self.saves += 1;
        format!("{text} ({})", self.saves)
    }
}

/// A plugin in a box is a plugin.
// TODO: Let a box do all that its content does.
impl<P: Plugin + ?Sized> Plugin for Box<P> {
    fn name(&self) -> String {
        (**self).name()
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn answers() {
        ::kit::predict::tell(&[
            ITEM_01, ITEM_02, ITEM_03, ITEM_04, ITEM_05, ITEM_06, ITEM_07, ITEM_08, ITEM_09,
            ITEM_10,
        ]);
    }

    /// A plugin of somebody else.
    struct Shout;

    impl Plugin for Shout {
        fn name(&self) -> String {
            "shout".to_owned()
        }

        fn before_save(&mut self, text: &str) -> String {
            text.to_uppercase()
        }
    }

    /// One that changes nothing.
    struct Quiet;

    impl Plugin for Quiet {
        fn name(&self) -> String {
            "quiet".to_owned()
        }
    }

    /// By a bound alone.
    fn by_bound<P: Plugin>(plugin: &mut P, text: &str) -> String {
        plugin.before_save(text)
    }

    fn spaced(rng: &mut ::kit::Rng) -> (String, String) {
        let word = format!("a{}b", rng.within(0..1000_u32));
        (format!("{word}{}", " ".repeat(1 + rng.below(9))), word)
    }

    #[test]
    fn plugins_work_by_their_type() {
        let mut rng = ::kit::Rng::salted("dispatch_detective: by type");
        for _ in 0..10 {
            let (text, trimmed) = spaced(&mut rng);
            assert_eq!(Trim.before_save(&text), trimmed);
            let saves = rng.within(0..100_u32);
            let mut count = Count { saves };
            assert_eq!(count.before_save("x"), format!("x ({})", saves + 1));
            assert_eq!(count.before_save("x"), format!("x ({})", saves + 2));
        }
    }

    #[test]
    fn plugins_work_behind_a_bound() {
        let mut rng = ::kit::Rng::salted("dispatch_detective: bound");
        let (text, trimmed) = spaced(&mut rng);
        assert_eq!(
            by_bound(&mut Trim, &text),
            trimmed,
            "Trim, by way of the trait"
        );
        let mut count = Count { saves: 4 };
        assert_eq!(
            by_bound(&mut count, "x"),
            "x (5)",
            "Count, by way of the trait"
        );
        assert_eq!(count.name(), "count, at 5");
        assert_eq!(Trim.name(), "trim");
    }

    #[test]
    fn a_box_does_what_its_content_does() {
        assert_eq!(
            by_bound(&mut Box::new(Shout), "x"),
            "X",
            "a box with a type in it"
        );
        let mut plugin: Box<dyn Plugin> = Box::new(Shout);
        assert_eq!(by_bound(&mut plugin, "x"), "X", "a box with any plugin");
        assert_eq!(by_bound(&mut Box::new(plugin), "x"), "X", "a box in a box");
        assert_eq!(Box::new(Shout).name(), "shout");
    }

    #[test]
    fn a_plugin_without_an_override_changes_nothing() {
        let mut plugins: Vec<Box<dyn Plugin>> = vec![Box::new(Quiet)];
        assert_eq!(save(&mut plugins, " x "), " x ");
        assert_eq!(plugins[0].name(), "quiet");
    }

    #[test]
    fn the_editor_calls_them_one_after_the_other() {
        let mut rng = ::kit::Rng::salted("dispatch_detective: editor");
        let (text, trimmed) = spaced(&mut rng);
        let saves = rng.within(0..100_u32);
        let mut plugins: Vec<Box<dyn Plugin>> =
            vec![Box::new(Trim), Box::new(Count { saves }), Box::new(Shout)];
        let shouted = trimmed.to_uppercase();
        assert_eq!(
            save(&mut plugins, &text),
            format!("{shouted} ({})", saves + 1)
        );
        assert_eq!(
            save(&mut plugins, &text),
            format!("{shouted} ({})", saves + 2),
            "once more"
        );
    }
}
