//! Items about the compiler's middle language: on how many lines of one function a word stands. It must not
//! judge answers, and rests on nothing in the listing but the lines that an item names.
//!
//! `//@ judge: mir` asks for it, `//@ function: total` and `//@ count: drop(` say where and what. The listing is
//! that of a debug build, and the number is counted anew each time, so an item never holds it.

use std::path::Path;

use crate::check::emit::listing;
use crate::check::probe::{self, Emit, Probe};
use crate::check::{Context, diagnostics};
use crate::process::{CommandSpec, Exit, Finished};

use super::item::Truth;

/// Whether the middle language is asked about it, and nobody else.
#[must_use]
pub fn is_wanted(item: &Probe) -> bool {
    item.facts("judge").first() == Some(&"mir")
}

/// The command that writes the middle language of an item.
#[must_use]
pub fn command(cx: &Context<'_>, item: &Probe) -> CommandSpec {
    let mut spec = probe::compile_alone(cx, "item", item, Emit::Mir);
    spec.bring = vec![item.listing("item").into()];
    spec
}

/// On how many lines the word stands.
#[must_use]
pub fn truth(item: &Probe, built: &Finished) -> Truth {
    let text = built.files.get(Path::new(&item.listing("item"))).map(|bytes| String::from_utf8_lossy(bytes));
    let (Exit::Code(0), Some(text)) = (built.exit, text) else {
        let errors = item.errors(built);
        return if errors.is_empty() {
            Truth::Odd(diagnostics::plain_lines(&built.stderr.text()))
        } else {
            Truth::Refused(errors)
        };
    };
    let (Some(function), Some(word)) = (item.facts("function").pop(), item.facts("count").pop()) else {
        return Truth::Odd("the item does not say which function and what is counted in it".to_owned());
    };
    let lines = listing::mir(&text, Some(function));
    if lines.is_empty() {
        return Truth::Odd(format!("there is no function `{function}` in its middle language"));
    }
    let met = lines.iter().filter(|line| line.contains(word)).map(|line| line.trim().to_owned());
    Truth::Counted(word.to_owned(), met.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::{Desk, finished, refusal};
    use crate::check::predict::answer::Says;

    const TEXT: &str = "// How many?\n//@ judge: mir\n//@ function: deep\n//@ count: Mul(\nfn main() {}\n";
    const LISTING: &str = "fn deep(_1: u8) -> u8 {\n    _2 = Mul(copy _1, const 3_u8);\n}\n\n\
                           fn main() -> () {\n    _1 = Mul(const 1_u8, const 2_u8);\n    return;\n}\n";

    fn item(text: &str) -> Probe {
        Probe { path: "items/01.rs".into(), stem: "01".to_owned(), text: text.to_owned() }
    }

    fn built(listing: &str) -> Finished {
        let mut built = finished(Exit::Code(0), "");
        built.files.insert("out/item_01.mir".into(), listing.as_bytes().to_vec());
        built
    }

    #[test]
    fn lines_of_one_function_are_counted() {
        let truth = |text: &str| truth(&item(text), &built(LISTING));
        let found = truth(TEXT);
        assert!(found.agrees(&Says::Value(1)) && !found.agrees(&Says::Value(2)), "{found:?}");
        assert_eq!(found.words(), "_2 = Mul(copy _1, const 3_u8);");
        assert_eq!(found.to_string(), "`Mul(` stands on 1 of its lines");
        assert!(truth(&TEXT.replace("Mul(", "drop(")).agrees(&Says::Value(0)));
        let elsewhere = truth(&TEXT.replace("deep", "shallow"));
        assert!(matches!(&elsewhere, Truth::Odd(words) if words.contains("`shallow`")), "{elsewhere:?}");
        assert!(matches!(truth("//@ judge: mir\n"), Truth::Odd(_)));
    }

    #[test]
    fn what_does_not_compile_has_no_middle_language() {
        let refused = truth(&item(TEXT), &refusal("items/01.rs", "E0382", 7));
        assert!(refused.agrees(&Says::Fails("E0382".to_owned(), 7)), "{refused:?}");
        assert!(!refused.agrees(&Says::Value(0)), "{refused:?}");
        assert!(matches!(truth(&item(TEXT), &finished(Exit::Code(0), "")), Truth::Odd(_)), "no listing came");
    }

    #[test]
    fn the_compiler_is_asked_for_the_listing_and_for_nothing_to_run() {
        let desk = Desk::new("fn f() {}\n", "// == checks ==\nmod checks {}\n");
        let asked = command(&desk.cx(), &item(TEXT));
        let args: Vec<String> = asked.args.iter().map(|arg| arg.to_string_lossy().into_owned()).collect();
        assert!(args.contains(&"--emit=mir=out/item_01.mir".to_owned()), "{args:?}");
        assert!(!args.contains(&"-o".to_owned()), "{args:?}");
        assert!(is_wanted(&item(TEXT)) && !is_wanted(&item("//@ judge: miri\n")));
    }
}
