// Eight question marks
//
// A weather station reads its sensors line by line. The compiler refuses all eight functions below:
// in each, a `?` meets something that it cannot hand on as it is. Repair them with conversions; none
// needs a `match`. What went wrong must reach the caller as the error it was, unless the result type
// says that only success counts. Leave parameters, the result types of the first seven, and the
// variants of `ReadingError` alone, and keep what `main` does. You may add an impl.
//
// Read: Rust By Example, Pulling Results out of Options
// https://doc.rust-lang.org/rust-by-example/error/multiple_error_types/option_result.html

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

// TODO: Repair the two that meet an error of another type.
fn number(text: &str) -> Result<i64, ReadingError> {
    Ok(text.trim().parse::<i64>()?)
}

/// The whole number before the unit, as in "40 mm"; if there is none, an `io::Error` that holds the reason.
fn rainfall(text: &str) -> io::Result<i64> {
    let amount = text.trim_end_matches(" mm");
    Ok(amount.parse::<i64>()?)
}

// TODO: Repair the three in which an absent value ends a function that returns a `Result`.
fn next_line(lines: &mut impl Iterator<Item = io::Result<String>>) -> Result<String, ReadingError> {
    let line = lines.next()??;
    Ok(line)
}

fn reading(line: &str) -> Result<i64, ReadingError> {
    let (sensor, value) = line.split_once('=')?;
    if value.trim() == "defect" {
        return Err(ReadingError::Other(format!("{} is defect", sensor.trim())));
    }
    number(value)
}

/// The first word of the line, and its reading. A line of blanks has no first word; any error may say so.
fn labelled(line: &str) -> Result<(String, i64), Box<dyn Error>> {
    let label = line.split_whitespace().next()?;
    Ok((label.to_string(), reading(line)?))
}

// TODO: Repair the one whose result has no room for a reason.
fn hour(clock: &str) -> Option<u32> {
    let (hours, _minutes) = clock.split_once(':')?;
    let hours = hours.parse::<u32>()?;
    (hours < 24).then_some(hours)
}

// TODO: Repair the one whose `?` cannot leave the closure. No text, no offset; a bad text is an error.
fn offset(text: Option<&str>) -> Result<Option<i64>, ReadingError> {
    let offset = text.map(|text| number(text)?);
    Ok(offset)
}

// TODO: Give `main` a result, so that the program reports failure to whoever started it.
fn main() {
    let mut lines = [Ok("08:30 wind = 12".to_string())].into_iter();
    let line = next_line(&mut lines)?;
    println!("hour {:?}, wind {}", hour(&line), reading(&line)?);
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;
    use std::io::ErrorKind;

    #[test]
    fn good_input_gives_values() {
        let mut rng = ::kit::Rng::salted("question_mark: good input");
        for _ in 0..20 {
            let value = rng.between(-1_000_000, 1_000_000);
            assert_eq!(number(&format!(" {value} ")).ok(), Some(value));
            assert_eq!(reading(&format!("wind = {value}")).ok(), Some(value));
            assert_eq!(rainfall(&format!("{value} mm")).ok(), Some(value));
            assert_eq!(offset(Some(&value.to_string())).ok(), Some(Some(value)));
            let both = labelled(&format!("  mast = {value}")).ok();
            assert_eq!(
                both,
                Some(("mast".to_string(), value)),
                "the first word and the value"
            );
        }
    }

    #[test]
    fn a_clock_that_shows_no_hour_is_none() {
        for (clock, shown) in [("08:30", 8), ("23:59:59", 23), ("0:", 0)] {
            assert_eq!(
                hour(clock),
                Some(shown),
                "what stands before the first colon of {clock:?}"
            );
        }
        let mut rng = ::kit::Rng::salted("question_mark: clocks");
        for _ in 0..20 {
            let (hours, minutes) = (rng.below(40), rng.below(60));
            let shown = u32::try_from(hours).ok().filter(|hours| *hours < 24);
            assert_eq!(
                hour(&format!("{hours}:{minutes:02}")),
                shown,
                "a day has 24 hours; this is hour {hours}"
            );
        }
        for clock in ["8 h", "eight:30", "24:00", ":15"] {
            assert_eq!(hour(clock), None, "{clock:?} shows no hour");
        }
    }

    #[test]
    fn the_sentence_is_the_one_that_was_given() {
        let sentence = ReadingError::NoValue.to_string();
        assert_eq!(
            sentence, "there is no reading (NoValue)",
            "the message of `ReadingError` needs no repair"
        );
    }

    #[test]
    fn an_absent_offset_is_no_error() {
        assert!(matches!(offset(None), Ok(None)), "no text means no offset");
    }

    #[test]
    fn a_bad_offset_is_not_an_absent_one() {
        let outcome = offset(Some("north"));
        assert!(
            outcome.is_err(),
            "`north` is there and is no number; an absent text is something else"
        );
    }

    #[test]
    fn a_line_without_a_value_says_so() {
        let outcome = reading("wind 12");
        assert!(
            matches!(outcome, Err(ReadingError::NoValue)),
            "there is no `=`, and it came {outcome:?}"
        );
        let outcome = reading("mast = defect");
        assert!(matches!(outcome, Err(ReadingError::Other(text)) if text == "mast is defect"));
        assert!(
            reading("wind = 3 = 4").is_err(),
            "the value is `3 = 4`, and that is no number"
        );
    }

    #[test]
    fn an_empty_line_has_no_label() {
        assert!(
            labelled("  ").is_err(),
            "a line of blanks has no first word"
        );
        let error = labelled("mast 4").err();
        let cause = error
            .as_ref()
            .and_then(|error| error.downcast_ref::<ReadingError>());
        assert!(
            matches!(cause, Some(ReadingError::NoValue)),
            "the ReadingError travels in the box: {error:?}"
        );
    }

    #[test]
    fn a_bad_number_keeps_its_reason() {
        for text in ["north", "", "4.5", "99999999999999999999"] {
            let reason = text.parse::<i64>().err();
            let outcome = number(text);
            let kept = matches!(&outcome, Err(ReadingError::Number(cause)) if Some(cause) == reason.as_ref());
            assert!(
                kept,
                "`Number` with {reason:?} in it was expected for {text:?}, and it came {outcome:?}"
            );
        }
    }

    #[test]
    fn a_bad_rainfall_keeps_its_reason() {
        let mut rng = ::kit::Rng::salted("question_mark: rainfall");
        for _ in 0..10 {
            let amount = *rng.pick(&[
                "much",
                "",
                "99999999999999999999",
                "0.5",
                "-99999999999999999999",
            ]);
            let reason = amount.parse::<i64>().err();
            let outcome = rainfall(&format!("{amount} mm"));
            let inner = outcome.as_ref().err().and_then(|error| error.get_ref());
            let kept = inner.and_then(|inner| inner.downcast_ref::<ParseIntError>());
            assert_eq!(
                kept,
                reason.as_ref(),
                "the io::Error holds the ParseIntError; it came {outcome:?}"
            );
        }
    }

    #[test]
    fn lines_end() {
        let outcome = next_line(&mut std::iter::empty());
        assert!(
            matches!(outcome, Err(ReadingError::Ended)),
            "no line is left, and it came {outcome:?}"
        );
    }

    /// Asks again as long as the sensor is only busy.
    fn patient(
        lines: &mut impl Iterator<Item = io::Result<String>>,
    ) -> Result<String, ReadingError> {
        loop {
            match next_line(lines) {
                Err(ReadingError::Source(cause)) if cause.kind() == ErrorKind::WouldBlock => {
                    continue;
                }
                outcome => return outcome,
            }
        }
    }

    #[test]
    fn a_busy_sensor_is_asked_again() {
        let mut rng = ::kit::Rng::salted("question_mark: busy sensor");
        for _ in 0..10 {
            let busy = rng.below(4);
            let mut lines: Vec<io::Result<String>> = Vec::new();
            lines.resize_with(busy, || Err(io::Error::from(ErrorKind::WouldBlock)));
            lines.push(Ok("wind = 3".to_string()));
            lines.push(Err(io::Error::from(ErrorKind::BrokenPipe)));
            let mut lines = lines.into_iter();
            let line = patient(&mut lines);
            assert_eq!(
                line.ok().as_deref(),
                Some("wind = 3"),
                "busy {busy} times: the caller sees it and asks again"
            );
            let outcome = patient(&mut lines);
            let broken = matches!(&outcome, Err(ReadingError::Source(cause)) if cause.kind() == ErrorKind::BrokenPipe);
            assert!(
                broken,
                "a broken line is no reason to ask again, and it came {outcome:?}"
            );
        }
    }

    /// Runs a program as the system does: how it ended, and whether its type leaves room for failure.
    fn run<T: std::process::Termination>(program: fn() -> T) -> (String, bool) {
        (
            format!("{:?}", program().report()),
            std::any::type_name::<T>() != "()",
        )
    }

    #[test]
    fn the_program_succeeds_and_could_fail() {
        let (end, may_fail) = run(main);
        assert_eq!(
            end,
            format!("{:?}", std::process::ExitCode::SUCCESS),
            "the line in `main` is good"
        );
        assert!(
            may_fail,
            "`main` returns nothing: whoever starts the program never hears of an error"
        );
    }
}
