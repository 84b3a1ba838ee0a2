/// All values, in order; or the first error, and no text after it is read.
fn all_or_first_error<T, E>(
    texts: &[String],
    mut parse: impl FnMut(&str) -> Result<T, E>,
) -> Result<Vec<T>, E> {
    let mut values = Vec::new();
    for text in texts {
        values.push(parse(text)?);
    }
    Ok(values)
}

/// All values and all errors, each in order; every text is read once.
fn good_and_bad<T, E>(
    texts: &[String],
    mut parse: impl FnMut(&str) -> Result<T, E>,
) -> (Vec<T>, Vec<E>) {
    texts
        .iter()
        .fold((Vec::new(), Vec::new()), |(mut good, mut bad), text| {
            parse(text).map_or_else(|error| bad.push(error), |value| good.push(value));
            (good, bad)
        })
}

/// The first value, and no text after it is read; or all errors, if there is no value.
fn first_good<T, E>(
    texts: &[String],
    mut parse: impl FnMut(&str) -> Result<T, E>,
) -> Result<T, Vec<E>> {
    let mut errors = Vec::new();
    texts
        .iter()
        .find_map(|text| parse(text).map_err(|error| errors.push(error)).ok())
        .ok_or(errors)
}

/// The sum of all values; or the first error, and no text after it is read.
fn total<E>(texts: &[String], mut parse: impl FnMut(&str) -> Result<i64, E>) -> Result<i64, E> {
    texts.iter().try_fold(0, |sum, text| Ok(sum + parse(text)?))
}
