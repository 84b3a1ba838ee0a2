// Why so: `collect` and `sum` know results. They ask the iterator for one item at a time and stop at
// the first error, so nothing is parsed that nobody needs. Where good and bad are both wanted, each
// result is looked at once and pushed where it belongs. In `first_good` the early `return` is what
// saves the remaining calls, and the errors gathered so far are the answer if it never comes.

/// All values, in order; or the first error, and no text after it is read.
fn all_or_first_error<T, E>(
    texts: &[String],
    mut parse: impl FnMut(&str) -> Result<T, E>,
) -> Result<Vec<T>, E> {
    texts.iter().map(|text| parse(text)).collect()
}

/// All values and all errors, each in order; every text is read once.
fn good_and_bad<T, E>(
    texts: &[String],
    mut parse: impl FnMut(&str) -> Result<T, E>,
) -> (Vec<T>, Vec<E>) {
    let mut good = Vec::new();
    let mut bad = Vec::new();
    for text in texts {
        match parse(text) {
            Ok(value) => good.push(value),
            Err(error) => bad.push(error),
        }
    }
    (good, bad)
}

/// The first value, and no text after it is read; or all errors, if there is no value.
fn first_good<T, E>(
    texts: &[String],
    mut parse: impl FnMut(&str) -> Result<T, E>,
) -> Result<T, Vec<E>> {
    let mut errors = Vec::new();
    for text in texts {
        match parse(text) {
            Ok(value) => return Ok(value),
            Err(error) => errors.push(error),
        }
    }
    Err(errors)
}

/// The sum of all values; or the first error, and no text after it is read.
fn total<E>(texts: &[String], mut parse: impl FnMut(&str) -> Result<i64, E>) -> Result<i64, E> {
    texts.iter().map(|text| parse(text)).sum()
}
