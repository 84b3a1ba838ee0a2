// A program is a file; a directory is only a place for modules.

/// The names that you expect.
pub type Names = Option<&'static [&'static str]>;

/// Its programs: what `cargo build` leaves to be run.
pub const PROGRAMS: Names = Some(&["orchard", "weigh"]);
/// Its integration tests.
pub const TESTS: Names = Some(&["harvest", "storage"]);
/// Its examples.
pub const EXAMPLES: Names = Some(&["taste"]);

/// `cargo build -p orchard`
pub const PRESS_FOR_ORCHARD: Names = Some(&["default", "heat", "steam"]);
/// `cargo test -p orchard`
pub const PRESS_FOR_ITS_TESTS: Names = Some(&["default", "heat", "steam", "trace"]);
/// `cargo build -p orchard --no-default-features`
pub const PRESS_WITHOUT_DEFAULTS: Names = Some(&["default", "heat", "steam"]);
/// `cargo build --workspace`
pub const PRESS_FOR_ALL: Names = Some(&["default", "filter", "heat", "steam"]);

/// `cargo build -p orchard`; the build script does not count.
pub const LABELS_IN_THE_PROGRAMS: Names = Some(&[]);

/// It was `press/src/lib.rs`.
pub const AFTER_THE_PRESS: Names = Some(&["market", "orchard", "press"]);
/// It was `orchard/notes.txt`, which no code mentions.
pub const AFTER_ORCHARDS_NOTES: Names = Some(&["orchard"]);
/// It was `market/notes.txt`, which no code mentions either.
pub const AFTER_MARKETS_NOTES: Names = Some(&[]);
/// It was `market/examples/stall.rs`.
pub const AFTER_AN_EXAMPLE: Names = Some(&[]);
