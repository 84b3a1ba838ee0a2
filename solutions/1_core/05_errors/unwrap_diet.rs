// Why so: each place that could give up knows best what is wrong, so each makes its own `Fault`, and
// `?` carries it to whoever asked for the file. `ok_or` turns an absent value into an error,
// `map_err` turns a foreign error into ours. The line is known to the caller of `read_range` and is
// handed over. Nothing is replaced by a default: a setting that cannot be read is not a setting.

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
    /// A range without `..`, which is looked for before the two ends are read.
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
        let (key, value) = content.split_once('=').ok_or(Fault::NoEquals { line })?;
        match key.trim() {
            "name" => name = Some(value.trim().to_string()),
            "door" => {
                door = Some(
                    value
                        .trim()
                        .parse()
                        .map_err(|_| Fault::BadNumber { line })?,
                )
            }
            "pause" => {
                pause = Some(
                    value
                        .trim()
                        .parse()
                        .map_err(|_| Fault::BadNumber { line })?,
                )
            }
            "range" => range = Some(read_range(value, line)?),
            _ => return Err(Fault::UnknownKey { line }),
        }
    }
    Ok(Store {
        name: name.ok_or(Fault::Missing { key: "name" })?,
        door: door.ok_or(Fault::Missing { key: "door" })?,
        pause: pause.ok_or(Fault::Missing { key: "pause" })?,
        range: range.ok_or(Fault::Missing { key: "range" })?,
    })
}

fn read_range(value: &str, line: usize) -> Result<(i32, i32), Fault> {
    let (low, high) = value.split_once("..").ok_or(Fault::NoRange { line })?;
    let low = low.trim().parse().map_err(|_| Fault::BadNumber { line })?;
    let high = high.trim().parse().map_err(|_| Fault::BadNumber { line })?;
    Ok((low, high))
}
