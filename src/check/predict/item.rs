//! What is true of an item: what compiling and running it brought just now, or the key that it holds. It
//! must not know what anybody answered.

use crate::check::miri::class::Class;
use crate::check::miri::report::{self, Run};
use crate::check::probe::Probe;
use crate::check::{Diagnostic, diagnostics};
use crate::process::os::signal_name;
use crate::process::{Exit, Finished};

use super::answer::Says;

/// What an item does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Truth {
    /// The compiler refuses it.
    Refused(Vec<Diagnostic>),
    /// It ran to its end and printed this.
    Printed(String),
    /// It panicked, with these words.
    Panicked(String),
    /// Miri found undefined behaviour of this class, and says this.
    Undefined(&'static str, Vec<Diagnostic>),
    /// This word stands on these lines of a function's middle language.
    Counted(String, Vec<String>),
    /// It holds its own key.
    Key(char),
    /// None of these, in words: no answer can be right.
    Odd(String),
}

impl Truth {
    /// What a compiler's and, where it built something, a program's end say.
    #[must_use]
    pub fn found(item: &Probe, built: &Finished, ran: Option<&Finished>) -> Self {
        let Some(ran) = ran else {
            let errors = item.errors(built);
            return if errors.is_empty() {
                Self::Odd(diagnostics::plain_lines(&built.stderr.text()))
            } else {
                Self::Refused(errors)
            };
        };
        let words = ran.stderr.text();
        match ran.exit {
            Exit::Code(0) => Self::Printed(ran.stdout.text()),
            Exit::Code(101) if words.contains("panicked at") => Self::Panicked(words),
            Exit::Code(code) => Self::Odd(format!("it ends with exit code {code}")),
            Exit::Signal(number) => {
                let name = signal_name(number).map_or_else(|| format!("signal {number}"), str::to_owned);
                Self::Odd(format!("it is ended by {name}"))
            }
            Exit::TimedOut => Self::Odd("it does not come to an end".to_owned()),
            Exit::OutOfMemory => Self::Odd("it wants more memory than there is for it".to_owned()),
            Exit::Cancelled => Self::Odd("it was cancelled".to_owned()),
        }
    }

    /// What Miri says of it.
    #[must_use]
    pub fn interpreted(item: &Probe, ran: &Finished) -> Self {
        let (stderr, own) = (ran.stderr.text(), item.path.to_string_lossy().replace('\\', "/"));
        let report = report::read(&Run { exit: ran.exit, stderr: &stderr, own: &own, seeds: false });
        match report.class {
            Class::Ended => Self::Printed(ran.stdout.text()),
            Class::Panicked => Self::Panicked(stderr),
            Class::Rejected => Self::Refused(report.found),
            Class::Undefined(_) => Self::Undefined(report.class.word(), report.found),
            other => Self::Odd(format!("under Miri, {}", other.says())),
        }
    }

    /// Whether this answer says the same. An item with several errors is answered by any of them.
    #[must_use]
    pub fn agrees(&self, says: &Says) -> bool {
        match (self, says) {
            (Self::Refused(errors), Says::Fails(code, line)) => {
                errors.iter().any(|error| error.line == *line && key(error) == *code)
            }
            (Self::Printed(text), Says::Compiles(prints)) => bare(text) == bare(prints),
            (Self::Printed(text), Says::Value(number)) => text.trim().parse() == Ok(*number),
            (Self::Counted(_, lines), Says::Value(number)) => i128::try_from(lines.len()) == Ok(*number),
            (Self::Panicked(_), Says::Panics) => true,
            (Self::Undefined(class, _), Says::Undefined(said)) => said.is_empty() || said == class,
            (Self::Key(key), Says::Choice(letter)) => key == letter,
            _ => false,
        }
    }

    /// What the tools have to add: the compiler's first report, a panic's words, or the lines that were counted.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Refused(found) | Self::Undefined(_, found) => {
                found.first().map_or_else(String::new, |one| one.rendered.clone())
            }
            Self::Panicked(words) => words.clone(),
            Self::Counted(_, lines) => lines.join("\n"),
            Self::Printed(_) | Self::Key(_) | Self::Odd(_) => String::new(),
        }
    }
}

impl std::fmt::Display for Truth {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused(errors) => {
                let named = |error: &Diagnostic| format!("{} on line {}", key(error), error.line);
                let all: Vec<String> = errors.iter().map(named).collect();
                write!(f, "it is refused with {}", super::super::probe::listed(&all))
            }
            Self::Printed(text) => write!(f, "it compiles and prints {:?}", text.trim_end()),
            Self::Panicked(_) => f.write_str("it compiles, and panics when it runs"),
            Self::Counted(word, lines) => write!(f, "`{word}` stands on {} of its lines", lines.len()),
            Self::Undefined(class, _) => write!(f, "its behaviour is undefined: {class}"),
            Self::Key(letter) => {
                write!(f, "{letter} (this key is stored with the item; no tool was asked)")
            }
            Self::Odd(words) => f.write_str(words),
        }
    }
}

/// The key that an item holds, if it holds one.
#[must_use]
pub fn stored_key(item: &Probe) -> Option<char> {
    item.facts("key").first()?.chars().next()
}

/// Whether Miri is asked about it, and nobody else.
#[must_use]
pub fn wants_miri(item: &Probe) -> bool {
    item.facts("judge").first() == Some(&"miri")
}

/// Why it is so: shown only to those who have answered.
#[must_use]
pub fn why(item: &Probe) -> String {
    item.facts("why").join(" ")
}

/// An item as a learner may see it before having answered: without the lines that hold its key, what people guess, and its why. They
/// stand at its end, so that the numbers of the others stay true.
#[must_use]
pub fn for_learners(text: &str) -> String {
    let tells = |line: &str| ["//@ key:", "//@ why:", "//@ guess:"].iter().any(|fact| line.starts_with(fact));
    let kept: Vec<&str> = text.lines().take_while(|line| !tells(line)).collect();
    format!("{}\n", kept.join("\n").trim_end())
}

fn key(error: &Diagnostic) -> String {
    error.code.clone().unwrap_or_else(|| diagnostics::message_key(&error.message))
}

/// Without what nobody sees: blanks at the ends of lines, empty lines at the end.
fn bare(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::{finished, miri_found, refusal};

    fn item(text: &str) -> Probe {
        Probe { path: "items/01.rs".into(), stem: "01".to_owned(), text: text.to_owned() }
    }

    fn ran(exit: Exit, stdout: &str, stderr: &str) -> Truth {
        let mut ended = finished(exit, stdout);
        ended.stderr.bytes = stderr.as_bytes().to_vec();
        Truth::found(&item(""), &finished(Exit::Code(0), ""), Some(&ended))
    }

    fn compiles(text: &str) -> Says {
        Says::Compiles(text.to_owned())
    }

    #[test]
    fn each_truth_has_its_answer_and_no_other() {
        let refused = Truth::found(&item(""), &refusal("items/01.rs", "E0382", 7), None);
        let fails = |code: &str, line| Says::Fails(code.to_owned(), line);
        let truths = [
            (refused, fails("E0382", 7)),
            (ran(Exit::Code(0), "a \nb\n", ""), compiles("a\nb")),
            (ran(Exit::Code(0), "12\n", ""), Says::Value(12)),
            (ran(Exit::Code(101), "", "thread 'main' panicked at x.rs:1:1:\nno"), Says::Panics),
            (Truth::Key('b'), Says::Choice('b')),
            (Truth::Undefined("data-race", Vec::new()), Says::Undefined("data-race".to_owned())),
        ];
        for (place, (truth, _)) in truths.iter().enumerate() {
            for (other, (_, says)) in truths.iter().enumerate() {
                assert_eq!(truth.agrees(says), place == other, "{truth:?} {says:?}");
            }
        }
        for says in
            [fails("E0382", 8), fails("E0505", 7), Says::Choice('c'), Says::Value(13), compiles("a\nc")]
        {
            assert!(!truths.iter().any(|(truth, _)| truth.agrees(&says)), "{says:?}");
        }
    }

    #[test]
    fn miri_tells_what_is_undefined_from_what_is_refused_and_what_is_fine() {
        let said = |message: &str| Truth::interpreted(&item(""), &miri_found("items/01.rs", message, 4));
        let undefined = |class: &str| Says::Undefined(class.to_owned());
        let freed = said(
            "Undefined Behavior: pointer not dereferenceable: alloc1 has been freed, so this pointer is dangling",
        );
        assert!(freed.agrees(&undefined("dangling")) && freed.agrees(&undefined("")), "{freed:?}");
        assert!(!freed.agrees(&undefined("aliasing")) && !freed.agrees(&compiles("7")), "{freed:?}");
        let leak = said("memory leaked: alloc1 (Rust heap, size: 4, align: 4), allocated here:");
        assert!(matches!(&leak, Truth::Odd(words) if words.contains("nobody freed")), "{leak:?}");
        assert!(!leak.agrees(&undefined("")), "a leak is defined");
        let fine = Truth::interpreted(&item(""), &finished(Exit::Code(0), "7\n"));
        assert!(fine.agrees(&Says::Value(7)) && !fine.agrees(&undefined("")), "{fine:?}");
        let panicked = Truth::interpreted(&item(""), &finished(Exit::Code(101), ""));
        assert!(panicked.agrees(&Says::Panics) && !panicked.agrees(&undefined("")), "{panicked:?}");
    }

    #[test]
    fn what_fits_no_answer_is_odd() {
        for exit in [Exit::Code(3), Exit::Code(101), Exit::Signal(6), Exit::TimedOut, Exit::OutOfMemory] {
            let truth = ran(exit, "", "");
            assert!(matches!(truth, Truth::Odd(_)), "{exit:?}: {truth:?}");
            assert!(![compiles(""), Says::Panics].iter().any(|says| truth.agrees(says)));
        }
        let unbuilt = Truth::found(&item(""), &finished(Exit::Code(1), ""), None);
        assert!(matches!(unbuilt, Truth::Odd(_)), "a refusal without a reason: {unbuilt:?}");
    }

    #[test]
    fn a_learner_sees_neither_key_nor_why() {
        let text = "// What comes?\n//@ edition: 2021\nfn main() {}\n\n//@ key: b\n//@ why: Because\n//@ why: it is so.\n";
        let item = item(text);
        assert_eq!((stored_key(&item), why(&item).as_str()), (Some('b'), "Because it is so."));
        assert_eq!(for_learners(text), "// What comes?\n//@ edition: 2021\nfn main() {}\n");
        assert_eq!(item.shows(), "What comes?");
        assert_eq!(item.facts("edition"), ["2021"]);
    }

    #[test]
    fn answers_to_choose_from_keep_their_lines() {
        let item =
            self::item("// Which one,\n// of these?\n//   a  one    b  two\n//   c  three\nfn main() {}\n");
        assert_eq!(item.asks(), "Which one, of these?\n  a  one    b  two\n  c  three");
    }
}
