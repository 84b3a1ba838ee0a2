// Why so: `retain` and `dedup_by` walk the list once and move each kept line straight to its place, so the
// work grows with the length of the log and the buffer stays where it is. `remove` inside a loop shifts
// the whole tail for every line that goes. The blank lines leave first, because only then is it known
// who stands beside whom. `dedup_by` hands over the later line first and drops it on `true`: what
// shall survive has to be written into the earlier one.

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
    log.dedup_by(|later, earlier| {
        let same = later.sender == earlier.sender && later.text == earlier.text;
        if same {
            earlier.last_second = later.last_second;
            earlier.times += later.times;
        }
        same
    });
}
