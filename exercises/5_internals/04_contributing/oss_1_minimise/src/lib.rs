// Minimise
//
// Three programs in `originals/` are refused, each with one error that puzzled its author. Nobody who
// could help will read so much. In `reduced/` lie copies: take out of each whatever is not needed, until
// at most 25 lines and 600 characters are left (lines that only hold a `//` comment, and white space, do not count), which need no
// dependency and still show the same error: the same code, the same message, the same labels at the
// places that it points to. Names may differ.
//
// Read: rustc-dev-guide, Walkthrough of a contribution
// https://rustc-dev-guide.rust-lang.org/walkthrough.html
