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
    let mut place = 0;
    while place < log.len() {
        let line = &log[place];
        if line.is_blank() {
            log.remove(place);
        } else if place > 0
            && log[place - 1].sender == line.sender
            && log[place - 1].text == line.text
        {
            let line = log.remove(place);
            log[place - 1].last_second = line.last_second;
            log[place - 1].times += line.times;
        } else {
            place += 1;
        }
    }
}
