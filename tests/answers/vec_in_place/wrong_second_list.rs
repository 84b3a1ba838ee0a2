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
    let mut clean: Vec<Line> = Vec::with_capacity(log.len());
    for line in log.drain(..) {
        if line.is_blank() {
            continue;
        }
        match clean.last_mut() {
            Some(kept) if kept.sender == line.sender && kept.text == line.text => {
                kept.last_second = line.last_second;
                kept.times += line.times;
            }
            _ => clean.push(line),
        }
    }
    *log = clean;
}
