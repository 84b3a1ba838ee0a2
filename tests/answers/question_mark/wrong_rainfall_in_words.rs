use std::error::Error;
use std::fmt;
use std::io;
use std::num::ParseIntError;

#[derive(Debug)]
enum ReadingError {
    /// No line is left.
    Ended,
    /// A line has no `=`.
    NoValue,
    /// The line could not be fetched.
    Source(io::Error),
    /// The value is not a number.
    Number(ParseIntError),
    /// What the sensor says itself, in its own words.
    Other(String),
}

impl fmt::Display for ReadingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no reading ({self:?})")
    }
}

impl Error for ReadingError {}

impl From<io::Error> for ReadingError {
    fn from(cause: io::Error) -> Self {
        Self::Source(cause)
    }
}

impl From<ParseIntError> for ReadingError {
    fn from(cause: ParseIntError) -> Self {
        Self::Number(cause)
    }
}

fn number(text: &str) -> Result<i64, ReadingError> {
    Ok(text.trim().parse::<i64>()?)
}

/// The whole number before the unit, as in "40 mm"; if there is none, an `io::Error` that holds the reason.
fn rainfall(text: &str) -> io::Result<i64> {
    let amount = text.trim_end_matches(" mm");
    amount
        .parse::<i64>()
        .map_err(|cause| io::Error::other(cause.to_string()))
}

fn next_line(lines: &mut impl Iterator<Item = io::Result<String>>) -> Result<String, ReadingError> {
    let line = lines.next().ok_or(ReadingError::Ended)??;
    Ok(line)
}

fn reading(line: &str) -> Result<i64, ReadingError> {
    let (sensor, value) = line.split_once('=').ok_or(ReadingError::NoValue)?;
    if value.trim() == "defect" {
        return Err(ReadingError::Other(format!("{} is defect", sensor.trim())));
    }
    number(value)
}

/// The first word of the line, and its reading. A line of blanks has no first word; any error may say so.
fn labelled(line: &str) -> Result<(String, i64), Box<dyn Error>> {
    let label = line
        .split_whitespace()
        .next()
        .ok_or("the line has no label")?;
    Ok((label.to_string(), reading(line)?))
}

fn hour(clock: &str) -> Option<u32> {
    let (hours, _minutes) = clock.split_once(':')?;
    let hours = hours.parse::<u32>().ok()?;
    (hours < 24).then_some(hours)
}

fn offset(text: Option<&str>) -> Result<Option<i64>, ReadingError> {
    text.map(number).transpose()
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut lines = [Ok("08:30 wind = 12".to_string())].into_iter();
    let line = next_line(&mut lines)?;
    println!("hour {:?}, wind {}", hour(&line), reading(&line)?);
    Ok(())
}
