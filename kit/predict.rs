//! What somebody says a program does, before the tools say it.
//!
//! Each answer is a constant, with how sure you are in per cent:
//!
//! ```
//! use kit::predict::*;
//!
//! const ITEM_01: Answer = Compiles("7").sure(90);
//! const ITEM_02: Answer = Fails("E0382", 5).sure(60);
//! const ITEM_03: Answer = Open;
//! # tell(&[ITEM_01, ITEM_02, ITEM_03]);
//! ```
//!
//! The names begin with capitals because they stand where the variants of an enum would.

/// One answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    says: Says,
    sure: Option<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Open,
    Compiles(&'static str),
    Fails(&'static str, u32),
    Panics,
    Undefined(&'static str),
    Value(i128),
    Choice(char),
}

impl Answer {
    const fn new(says: Says) -> Self {
        Self { says, sure: None }
    }

    /// How sure you are, in per cent: 50 is a coin that was tossed, 100 is a bet against everything you own.
    ///
    /// # Panics
    ///
    /// At compile time, if it is more than 100.
    #[must_use]
    pub const fn sure(self, per_cent: u8) -> Self {
        assert!(per_cent <= 100, "nobody is surer than 100 per cent");
        Self { says: self.says, sure: Some(per_cent) }
    }
}

/// Not answered yet.
#[expect(non_upper_case_globals, reason = "it stands where a variant would")]
pub const Open: Answer = Answer::new(Says::Open);

/// It panics when it runs.
#[expect(non_upper_case_globals, reason = "it stands where a variant would")]
pub const Panics: Answer = Answer::new(Says::Panics);

/// It compiles, ends well, and prints exactly this; lines are parted by `\n`.
#[expect(non_snake_case, reason = "it stands where a variant would")]
#[must_use]
pub const fn Compiles(prints: &'static str) -> Answer {
    Answer::new(Says::Compiles(prints))
}

/// It does not compile: this code (or lint), on this line.
#[expect(non_snake_case, reason = "it stands where a variant would")]
#[must_use]
pub const fn Fails(code: &'static str, line: u32) -> Answer {
    Answer::new(Says::Fails(code, line))
}

/// It compiles, and what it does is undefined behaviour of this class; `""` leaves the class open.
#[expect(non_snake_case, reason = "it stands where a variant would")]
#[must_use]
pub const fn Undefined(class: &'static str) -> Answer {
    Answer::new(Says::Undefined(class))
}

/// It compiles, ends well, and prints this number and nothing else.
#[expect(non_snake_case, reason = "it stands where a variant would")]
#[must_use]
pub const fn Value(number: i128) -> Answer {
    Answer::new(Says::Value(number))
}

/// The alternative with this letter.
#[expect(non_snake_case, reason = "it stands where a variant would")]
#[must_use]
pub const fn Choice(letter: char) -> Answer {
    Answer::new(Says::Choice(letter))
}

/// Tells the runner the answers: that of item 1 first.
pub fn tell(answers: &[Answer]) {
    for (place, answer) in answers.iter().enumerate() {
        println!("{}", line(place + 1, answer));
    }
}

/// Parts without a tab, parted by tabs: `answer`, the number, the kind, how sure, the line, and the text
/// behind a `=`, so that a line never ends in a blank that somebody might trim.
fn line(number: usize, answer: &Answer) -> String {
    let (kind, line, text) = match answer.says {
        Says::Open => ("open", 0, String::new()),
        Says::Compiles(prints) => ("compiles", 0, prints.to_owned()),
        Says::Fails(code, line) => ("fails", line, code.to_owned()),
        Says::Panics => ("panics", 0, String::new()),
        Says::Undefined(class) => ("undefined", 0, class.to_owned()),
        Says::Value(number) => ("value", 0, number.to_string()),
        Says::Choice(letter) => ("choice", 0, letter.to_string()),
    };
    let sure = answer.sure.map_or_else(|| "-".to_owned(), |sure| sure.to_string());
    let text = text.replace('\\', r"\\").replace('\n', r"\n").replace('\r', r"\r").replace('\t', r"\t");
    format!("answer\t{number}\t{kind}\t{sure}\t{line}\t={text}")
}

/// Whether values of a type may be sent to other threads, and whether references to them may: `"Send and Sync"`,
/// `"Send only"`, `"Sync only"` or `"neither"`. The compiler decides it, at compile time.
///
/// ```
/// assert_eq!(kit::send_and_sync!(String), "Send and Sync");
/// assert_eq!(kit::send_and_sync!(std::rc::Rc<u8>), "neither");
/// ```
#[macro_export]
macro_rules! send_and_sync {
    ($type:ty) => {{
        // A constant of the type itself is taken where its bound holds; otherwise that of the trait.
        trait Otherwise {
            const SEND: bool = false;
            const SYNC: bool = false;
        }
        struct Asked<T: ?Sized>(::core::marker::PhantomData<T>);
        impl<T: ?Sized> Otherwise for Asked<T> {}
        impl<T: ?Sized + Send> Asked<T> {
            const SEND: bool = true;
        }
        impl<T: ?Sized + Sync> Asked<T> {
            const SYNC: bool = true;
        }
        // All four are used once, so that none of them is a dead one for this type.
        const _: [bool; 4] = [
            <Asked<u8>>::SEND,
            <Asked<u8>>::SYNC,
            <Asked<u8> as Otherwise>::SEND,
            <Asked<u8> as Otherwise>::SYNC,
        ];
        match (<Asked<$type>>::SEND, <Asked<$type>>::SYNC) {
            (true, true) => "Send and Sync",
            (true, false) => "Send only",
            (false, true) => "Sync only",
            (false, false) => "neither",
        }
    }};
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiler_says_what_may_cross_threads() {
        assert_eq!(send_and_sync!(u8), "Send and Sync");
        assert_eq!(send_and_sync!(std::cell::Cell<u8>), "Send only");
        assert_eq!(send_and_sync!(std::sync::MutexGuard<'static, u8>), "Sync only");
        assert_eq!(send_and_sync!(*const u8), "neither");
        assert_eq!(send_and_sync!(dyn Fn() + Send), "Send only");
    }

    #[test]
    fn every_kind_of_answer_is_one_line() {
        let said = |answer: Answer| line(3, &answer);
        assert_eq!(said(Open), "answer\t3\topen\t-\t0\t=");
        assert_eq!(said(Compiles("a\tb\n\\").sure(80)), "answer\t3\tcompiles\t80\t0\t=a\\tb\\n\\\\");
        assert_eq!(said(Fails("E0382", 7).sure(0)), "answer\t3\tfails\t0\t7\t=E0382");
        assert_eq!(said(Panics.sure(100)), "answer\t3\tpanics\t100\t0\t=");
        assert_eq!(said(Undefined("data_race")), "answer\t3\tundefined\t-\t0\t=data_race");
        assert_eq!(said(Value(-4)), "answer\t3\tvalue\t-\t0\t=-4");
        assert_eq!(said(Choice('b')), "answer\t3\tchoice\t-\t0\t=b");
    }
}
