use crate::mark::Mark;

/// What is wrong with a text that should be a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No number from 0 to 999 with three digits stands in front.
    NoTopic,
    /// One space and three capital letters from A to Z do not follow.
    NoLetters,
}

/// The two halves of a text that is cut at its first space. Nobody but `read` needs it.
fn cut(text: &str) -> (&str, &str) {
    text.split_once(' ').unwrap_or((text, ""))
}

/// Reads a mark such as `530 CUR`.
///
/// # Errors
///
/// The first fault that is found.
pub fn read(text: &str) -> Result<Mark, Fault> {
    let (topic, letters) = cut(text);
    if topic.len() != 3 || !topic.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Fault::NoTopic);
    }
    if letters.len() != 3 || !letters.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Err(Fault::NoLetters);
    }
    let topic = topic.parse().map_err(|_| Fault::NoTopic)?;
    Ok(Mark::unchecked(topic, letters))
}
