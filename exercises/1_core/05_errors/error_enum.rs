// An error with a cause
//
// `weigh` reads the weight from the label of a parcel. When it fails, two people ask: the customer
// wants one plain sentence, the programmer wants the error that lies behind it. Make `LabelError`
// answer both. Its messages stand in quotes beside the variants; each speaks only for itself, the
// cause is handed out by `source`. `chain` puts an error and all that lie behind it into one line.
// How a variant holds its cause is up to you; `weigh` stays as it is. `&dyn Error` is a reference to an
// error of whatever type: all that can be asked of it is what the trait `Error` offers.
//
// Read: Rust By Example, Wrapping errors
// https://doc.rust-lang.org/rust-by-example/error/multiple_error_types/wrap_error.html

use std::error::Error;
use std::fmt;
use std::num::ParseIntError;
use std::str::Utf8Error;

// TODO: Give `NotText` and `NotANumber` room for the error that they come from.
#[derive(Debug)]
enum LabelError {
    /// "the label is empty"
    Empty,
    /// "the label is not text"
    NotText,
    /// "the weight is not a number"
    NotANumber,
    /// "40000 g are too much", with the weight in question
    TooHeavy { grams: u32 },
}

impl fmt::Display for LabelError {
    // TODO: Write the sentence of each variant.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        todo!("write the sentence for {self:?}")
    }
}

impl Error for LabelError {
    // TODO: Hand out the error behind this one, where there is one.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        todo!("find the cause of {self:?}")
    }
}

// TODO: Fill both conversions; the `?` in `weigh` calls them.
impl From<Utf8Error> for LabelError {
    fn from(cause: Utf8Error) -> Self {
        todo!("wrap {cause:?}")
    }
}

impl From<ParseIntError> for LabelError {
    fn from(cause: ParseIntError) -> Self {
        todo!("wrap {cause:?}")
    }
}

fn weigh(label: &[u8]) -> Result<u32, LabelError> {
    let text = str::from_utf8(label)?.trim();
    if text.is_empty() {
        return Err(LabelError::Empty);
    }
    let grams = text.parse()?;
    if grams > 30_000 {
        return Err(LabelError::TooHeavy { grams });
    }
    Ok(grams)
}

// TODO: Join the message of `top` and the messages of all errors behind it with ": ".
fn chain(top: &dyn Error) -> String {
    todo!("follow {top:?} to its last cause")
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    /// The error that `weigh` gives for a label it must refuse.
    fn refusal(label: &[u8]) -> LabelError {
        match weigh(label) {
            Err(error) => error,
            Ok(grams) => panic!("the label {label:?} must be refused, `weigh` read {grams}"),
        }
    }

    #[test]
    fn a_good_label_is_weighed() {
        let grams: Vec<u32> = [&b"1200"[..], b" 7\n", b"30000"]
            .into_iter()
            .flat_map(weigh)
            .collect();
        assert_eq!(grams, [1200, 7, 30_000]);
    }

    #[test]
    fn messages_without_a_cause() {
        assert_eq!(refusal(b"  ").to_string(), "the label is empty");
        assert_eq!(refusal(b"30001").to_string(), "30001 g are too much");
        let mut rng = ::kit::Rng::salted("error_enum: too heavy");
        for _ in 0..20 {
            let grams = rng.between(30_001, i64::from(u32::MAX));
            let message = refusal(grams.to_string().as_bytes()).to_string();
            assert_eq!(
                message,
                format!("{grams} g are too much"),
                "the message names the weight"
            );
        }
    }

    #[test]
    fn messages_beside_a_cause() {
        let why = "the message says what this error knows; the cause has a voice of its own";
        assert_eq!(
            refusal(b"12\xff").to_string(),
            "the label is not text",
            "{why}"
        );
        assert_eq!(
            refusal(b"a lot").to_string(),
            "the weight is not a number",
            "{why}"
        );
    }

    #[test]
    fn what_has_no_cause_hands_out_none() {
        for label in ["", "50000"] {
            let error = refusal(label.as_bytes());
            assert!(error.source().is_none(), "nothing lies behind {error:?}");
        }
    }

    #[test]
    fn the_cause_itself_can_be_taken_out() {
        let error = refusal(b"12\xff");
        let cause = error
            .source()
            .and_then(|cause| cause.downcast_ref::<Utf8Error>());
        let valid = cause.map(Utf8Error::valid_up_to);
        assert_eq!(
            valid,
            Some(2),
            "the Utf8Error that knows where the text ends lies behind {error:?}"
        );

        let mut rng = ::kit::Rng::salted("error_enum: causes");
        for _ in 0..20 {
            let label = *rng.pick(&["a lot", "-3", "99999999999", "4.5", "+"]);
            let error = refusal(label.as_bytes());
            let cause = error
                .source()
                .and_then(|cause| cause.downcast_ref::<ParseIntError>());
            assert_eq!(
                cause,
                label.parse::<u32>().err().as_ref(),
                "the ParseIntError of {label:?}"
            );
        }
    }

    #[test]
    fn a_chain_of_one() {
        assert_eq!(
            chain(&Link::of(&["the gate is shut"])),
            "the gate is shut",
            "one error, no separator"
        );
    }

    #[test]
    fn a_chain_reaches_the_last_cause() {
        let row = Link::of(&["no delivery", "the gate is shut", "the key is lost"]);
        assert_eq!(
            chain(&row),
            "no delivery: the gate is shut: the key is lost"
        );
        let mut rng = ::kit::Rng::salted("error_enum: chains");
        for _ in 0..20 {
            let texts: Vec<String> = (0..=rng.below(9))
                .map(|_| format!("trouble {}", rng.below(100)))
                .collect();
            let row = Link::of(&texts.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(
                chain(&row),
                texts.join(": "),
                "{} errors, outermost first",
                texts.len()
            );
        }
    }

    #[test]
    fn the_chain_of_a_label_says_everything_once() {
        for label in ["", "a lot", "31000"] {
            let error = refusal(label.as_bytes());
            let third = error
                .source()
                .and_then(|cause| cause.source())
                .and_then(|cause| cause.source());
            assert!(
                third.is_none(),
                "{error:?} has one cause at most, and no error is its own cause"
            );
            let wanted = match label.parse::<u32>() {
                _ if label.is_empty() => "the label is empty".to_string(),
                Ok(grams) => format!("{grams} g are too much"),
                Err(cause) => format!("the weight is not a number: {cause}"),
            };
            assert_eq!(chain(&error), wanted, "the label was {label:?}");
        }
    }

    /// A row of errors, each the cause of the one before it.
    #[derive(Debug)]
    struct Link {
        text: String,
        next: Option<Box<Link>>,
    }

    impl Link {
        fn of(texts: &[&str]) -> Link {
            let next = (texts.len() > 1).then(|| Box::new(Link::of(&texts[1..])));
            Link {
                text: texts[0].to_string(),
                next,
            }
        }
    }

    impl fmt::Display for Link {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(&self.text)
        }
    }

    impl Error for Link {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            self.next.as_deref().map(|next| next as &dyn Error)
        }
    }
}
