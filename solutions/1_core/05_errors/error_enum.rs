// Why so: every error says what it knows itself and points to its cause. Whoever reports it can then
// choose between one sentence and the whole chain, and no message comes twice. The cause is kept as
// the value it was, so a caller can still ask it for details; a text would have forgotten its type.
// The `From` impls let `?` do the wrapping, and `weigh` reads as if nothing could go wrong.

use std::error::Error;
use std::fmt;
use std::num::ParseIntError;
use std::str::Utf8Error;

#[derive(Debug)]
enum LabelError {
    /// "the label is empty"
    Empty,
    /// "the label is not text"
    NotText(Utf8Error),
    /// "the weight is not a number"
    NotANumber(ParseIntError),
    /// "40000 g are too much", with the weight in question
    TooHeavy { grams: u32 },
}

impl fmt::Display for LabelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the label is empty"),
            Self::NotText(_) => write!(f, "the label is not text"),
            Self::NotANumber(_) => write!(f, "the weight is not a number"),
            Self::TooHeavy { grams } => write!(f, "{grams} g are too much"),
        }
    }
}

impl Error for LabelError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::NotText(cause) => Some(cause),
            Self::NotANumber(cause) => Some(cause),
            Self::Empty | Self::TooHeavy { .. } => None,
        }
    }
}

impl From<Utf8Error> for LabelError {
    fn from(cause: Utf8Error) -> Self {
        Self::NotText(cause)
    }
}

impl From<ParseIntError> for LabelError {
    fn from(cause: ParseIntError) -> Self {
        Self::NotANumber(cause)
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

fn chain(top: &dyn Error) -> String {
    let mut text = top.to_string();
    let mut next = top.source();
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}
