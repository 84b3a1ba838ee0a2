use std::error::Error;
use std::fmt;
use std::num::ParseIntError;
use std::str::Utf8Error;

#[derive(Debug)]
enum LabelError {
    /// "the label is empty"
    Empty,
    /// "the label is not text"
    NotText { cause: Utf8Error },
    /// "the weight is not a number"
    NotANumber { cause: Box<dyn Error> },
    /// "40000 g are too much", with the weight in question
    TooHeavy { grams: u32 },
}

impl fmt::Display for LabelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = match self {
            LabelError::Empty => "the label is empty",
            LabelError::NotText { .. } => "the label is not text",
            LabelError::NotANumber { .. } => "the weight is not a number",
            LabelError::TooHeavy { grams } => return write!(f, "{grams} g are too much"),
        };
        f.write_str(message)
    }
}

impl Error for LabelError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        if let LabelError::NotText { cause } = self {
            return Some(cause);
        }
        if let LabelError::NotANumber { cause } = self {
            return Some(cause.as_ref());
        }
        None
    }
}

impl From<Utf8Error> for LabelError {
    fn from(cause: Utf8Error) -> Self {
        Self::NotText { cause }
    }
}

impl From<ParseIntError> for LabelError {
    fn from(cause: ParseIntError) -> Self {
        Self::NotANumber {
            cause: Box::new(cause),
        }
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
    match top.source() {
        Some(cause) => format!("{top}: {}", chain(cause)),
        None => top.to_string(),
    }
}
