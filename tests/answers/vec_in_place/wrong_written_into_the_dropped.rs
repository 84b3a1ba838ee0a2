/// A line of the log, or several equal ones that came in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    sender: String,
    text: String,
    first_second: u64,
    last_second: u64,
    times: u64,
}

impl Line {
    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Drops blank lines and merges neighbours that say the same.
fn tidy(log: &mut Vec<Line>) {
    log.retain(|line| !line.is_blank());
    log.dedup_by(|earlier, later| {
        let same = later.sender == earlier.sender && later.text == earlier.text;
        if same {
            earlier.last_second = later.last_second;
            earlier.times += later.times;
        }
        same
    });
}
