// Safe code clears a line: that cannot go wrong, so no promise is asked.
#![forbid(unsafe_code)]

use contracts_on_paper::Line;

fn main() {
    let mut line = Line::empty();
    assert!(line.push(b'a'));
    line.clear();
    assert!(line.is_empty() && line.as_str().is_empty());
}
