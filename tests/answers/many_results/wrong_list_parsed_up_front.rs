/// All values, in order; or the first error, and no text after it is read.
fn all_or_first_error<T, E>(
    texts: &[String],
    mut parse: impl FnMut(&str) -> Result<T, E>,
) -> Result<Vec<T>, E> {
    let results: Vec<Result<T, E>> = texts.iter().map(|text| parse(text)).collect();
    results.into_iter().collect()
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
