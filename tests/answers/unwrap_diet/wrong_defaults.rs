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
    let mut name = None;
    let mut door = None;
    let mut pause = None;
    let mut range = None;
    for (before, raw) in text.lines().enumerate() {
        let line = before + 1;
        let content = raw.trim();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let (key, value) = content.split_once('=').unwrap_or_default();
        match key.trim() {
            "name" => name = Some(value.trim().to_string()),
            "door" => door = Some(value.trim().parse().unwrap_or_default()),
            "pause" => pause = Some(value.trim().parse().unwrap_or_default()),
            "range" => range = Some(read_range(value)),
            _ => return Err(Fault::UnknownKey { line }),
        }
    }
    Ok(Store {
        name: name.unwrap_or_default(),
        door: door.unwrap_or_default(),
        pause: pause.unwrap_or_default(),
        range: range.unwrap_or_default(),
    })
}

fn read_range(value: &str) -> (i32, i32) {
    let (low, high) = value.split_once("..").unwrap_or_default();
    (
        low.trim().parse().unwrap_or_default(),
        high.trim().parse().unwrap_or_default(),
    )
}
