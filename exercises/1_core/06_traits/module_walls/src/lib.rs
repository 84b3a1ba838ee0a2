// Walls and doors
//
// A library puts books on a shelf by their marks, such as `530 CUR`. All of it stands in one file, open to
// everybody. Make three modules in files of their own: `src/mark.rs` with `Mark`, `sort_key` and `label`,
// `src/read.rs` with `Fault`, `cut` and `read`, `src/shelf.rs` with `Shelf`. In `src/lib.rs` remain nothing
// but `mod` and `pub use`. Names stay as they are.
// Users see `Mark`, `label`, `Fault`, `read` and `Shelf`, straight from the crate; modules, too, see only what
// they need. In `tests/walls/` stand callers: users in `outside/`, code at the end of the named file in
// `inside/`. A line with `//~` must be refused with that code, all else accepted.
//
// Read: The Rust Programming Language, chapter 7.3, Paths
// https://doc.rust-lang.org/book/ch07-03-paths-for-referring-to-an-item-in-the-module-tree.html

// TODO: Move each part into its module, and decide for every item and field who may see it.

/// Where a book stands: by topic, and then by the first letters of its author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub topic: u16,
    pub letters: String,
}

impl Mark {
    /// A mark of which nobody has asked whether it makes sense: only `read` does, so only it needs this.
    pub fn unchecked(topic: u16, letters: &str) -> Self {
        Self {
            topic,
            letters: letters.to_owned(),
        }
    }
}

/// What marks are sorted by. The shelf needs it.
pub fn sort_key(mark: &Mark) -> (u16, &str) {
    (mark.topic, &mark.letters)
}

/// The mark as it is printed on a book.
pub fn label(mark: &Mark) -> String {
    format!("{:03} {}", mark.topic, mark.letters)
}

/// What is wrong with a text that should be a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No number from 0 to 999 with three digits stands in front.
    NoTopic,
    /// One space and three capital letters from A to Z do not follow.
    NoLetters,
}

/// The two halves of a text that is cut at its first space. Nobody but `read` needs it.
pub fn cut(text: &str) -> (&str, &str) {
    text.split_once(' ').unwrap_or((text, ""))
}

/// Reads a mark such as `530 CUR`.
///
/// # Errors
///
/// The first fault that is found.
pub fn read(text: &str) -> Result<Mark, Fault> {
    let (topic, letters) = cut(text);
    if topic.len() != 3 || !topic.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Fault::NoTopic);
    }
    if letters.len() != 3 || !letters.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Err(Fault::NoLetters);
    }
    let topic = topic.parse().map_err(|_| Fault::NoTopic)?;
    Ok(Mark::unchecked(topic, letters))
}

/// Marks in the order of their books. Its list is its own affair, and always sorted.
#[derive(Debug, Default)]
pub struct Shelf {
    pub marks: Vec<Mark>,
}

impl Shelf {
    /// An empty shelf.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a book where it belongs; behind those with the same mark.
    pub fn put(&mut self, mark: Mark) {
        let key = sort_key(&mark);
        let place = self.marks.partition_point(|other| sort_key(other) <= key);
        self.marks.insert(place, mark);
    }

    /// The marks from the left to the right.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter()
    }
}
