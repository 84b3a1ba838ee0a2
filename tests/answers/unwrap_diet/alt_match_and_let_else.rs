#[derive(Debug, PartialEq)]
struct Store {
    name: String,
    door: u16,
    pause: u32,
    range: (i32, i32),
}

/// Lines are counted from 1, with comments and empty lines, as an editor counts them.
#[derive(Debug, PartialEq)]
enum Fault {
    /// A line without `=`.
    NoEquals { line: usize },
    /// A key that is not in `Store`.
    UnknownKey { line: usize },
    /// A value, or one end of a range, that is not a number or does not fit.
    BadNumber { line: usize },
    /// A range without `..` between its two ends.
    NoRange { line: usize },
    /// All lines were good, but a key is missing; the first one, in the order of `Store`.
    Missing { key: &'static str },
}

fn load(text: &str) -> Result<Store, Fault> {
    let (mut name, mut door, mut pause, mut range) = (None, None, None, None);
    for (line, raw) in (1..).zip(text.lines()) {
        let content = raw.trim();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let Some((key, value)) = content.split_once('=') else {
            return Err(Fault::NoEquals { line });
        };
        match (key.trim(), value.trim()) {
            ("name", value) => name = Some(value.to_owned()),
            ("door", value) => match value.parse::<u16>() {
                Ok(number) => door = Some(number),
                Err(_) => return Err(Fault::BadNumber { line }),
            },
            ("pause", value) => match value.parse::<u32>() {
                Ok(number) => pause = Some(number),
                Err(_) => return Err(Fault::BadNumber { line }),
            },
            ("range", value) => match read_range(value) {
                Some((Some(low), Some(high))) => range = Some((low, high)),
                Some(_) => return Err(Fault::BadNumber { line }),
                None => return Err(Fault::NoRange { line }),
            },
            _ => return Err(Fault::UnknownKey { line }),
        }
    }
    let Some(name) = name else {
        return Err(Fault::Missing { key: "name" });
    };
    let Some(door) = door else {
        return Err(Fault::Missing { key: "door" });
    };
    let Some(pause) = pause else {
        return Err(Fault::Missing { key: "pause" });
    };
    let Some(range) = range else {
        return Err(Fault::Missing { key: "range" });
    };
    Ok(Store {
        name,
        door,
        pause,
        range,
    })
}

/// `None` if there are no two ends; an end that is no number is `None` itself.
fn read_range(value: &str) -> Option<(Option<i32>, Option<i32>)> {
    let mut ends = value.splitn(2, "..");
    let (low, high) = (ends.next()?, ends.next()?);
    Some((low.trim().parse().ok(), high.trim().parse().ok()))
}
