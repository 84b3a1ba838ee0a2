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
    for raw in text.lines() {
        let content = raw.trim();
        if let Some((key, value)) = content.split_once('=') {
            match key.trim() {
                "name" => name = Some(value.trim().to_string()),
                "door" => door = value.trim().parse().ok(),
                "pause" => pause = value.trim().parse().ok(),
                "range" => range = read_range(value),
                _ => continue,
            }
        }
    }
    Ok(Store {
        name: name.ok_or(Fault::Missing { key: "name" })?,
        door: door.ok_or(Fault::Missing { key: "door" })?,
        pause: pause.ok_or(Fault::Missing { key: "pause" })?,
        range: range.ok_or(Fault::Missing { key: "range" })?,
    })
}

fn read_range(value: &str) -> Option<(i32, i32)> {
    let (low, high) = value.split_once("..")?;
    Some((low.trim().parse().ok()?, high.trim().parse().ok()?))
}
