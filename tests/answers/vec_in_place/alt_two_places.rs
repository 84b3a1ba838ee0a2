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
    let mut kept = 0;
    for next in 0..log.len() {
        if log[next].is_blank() {
            continue;
        }
        let (done, rest) = log.split_at_mut(next);
        let (line, last) = (&rest[0], done[..kept].last_mut());
        if let Some(last) = last
            && last.sender == line.sender
            && last.text == line.text
        {
            last.last_second = line.last_second;
            last.times += line.times;
        } else {
            log.swap(kept, next);
            kept += 1;
        }
    }
    log.truncate(kept);
}
