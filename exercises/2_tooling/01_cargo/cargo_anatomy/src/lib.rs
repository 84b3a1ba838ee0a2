// Cargo anatomy
//
// In `subject/` lies a workspace of four small packages. Read its manifests and file names and say
// what cargo makes of them, before you let cargo say it. An answer is `Some(&["…", "…"])`, in any
// order, and `Some(&[])` where nothing is meant. Answer all of them before you look: the report shows
// one question that is open or wrong, a wrong one with its reason. The truth is asked of cargo itself
// when the tests run.
//
// Read: The Cargo Book, Package Layout
// https://doc.rust-lang.org/cargo/guide/project-layout.html

/// The names that you expect.
pub type Names = Option<&'static [&'static str]>;

// TODO: Name the targets of the package `orchard`, as cargo names them.

/// Its programs: what `cargo build` leaves to be run.
pub const PROGRAMS: Names = None;
/// Its integration tests.
pub const TESTS: Names = None;
/// Its examples.
pub const EXAMPLES: Names = None;

// TODO: Name the features with which `press` is built, `default` included where it counts.

/// `cargo build -p orchard`
pub const PRESS_FOR_ORCHARD: Names = None;
/// `cargo test -p orchard`
pub const PRESS_FOR_ITS_TESTS: Names = None;
/// `cargo build -p orchard --no-default-features`
pub const PRESS_WITHOUT_DEFAULTS: Names = None;
/// `cargo build --workspace`
pub const PRESS_FOR_ALL: Names = None;

// TODO: Name the features with which `labels` is linked into the programs of `orchard`.

/// `cargo build -p orchard`; the build script does not count.
pub const LABELS_IN_THE_PROGRAMS: Names = None;

// TODO: Name the packages that `cargo build --workspace` compiles again after one file was saved.

/// It was `press/src/lib.rs`.
pub const AFTER_THE_PRESS: Names = None;
/// It was `orchard/notes.txt`, which no code mentions.
pub const AFTER_ORCHARDS_NOTES: Names = None;
/// It was `market/notes.txt`, which no code mentions either.
pub const AFTER_MARKETS_NOTES: Names = None;
/// It was `market/examples/stall.rs`.
pub const AFTER_AN_EXAMPLE: Names = None;
