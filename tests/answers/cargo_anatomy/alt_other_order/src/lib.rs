// In the order of the manifests.

/// The names that you expect.
pub type Names = Option<&'static [&'static str]>;

/// Its programs: what `cargo build` leaves to be run.
pub const PROGRAMS: Names = Some(&["weigh", "orchard", "sort"]);
/// Its integration tests.
pub const TESTS: Names = Some(&["harvest", "storage"]);
/// Its examples.
pub const EXAMPLES: Names = Some(&["taste", "tour"]);

const USUAL: &[&str] = &["steam", "heat", "default"];

/// `cargo build -p orchard`
pub const PRESS_FOR_ORCHARD: Names = Some(USUAL);
/// `cargo test -p orchard`
pub const PRESS_FOR_ITS_TESTS: Names = Some(&["trace", "steam", "heat", "default"]);
/// `cargo build -p orchard --no-default-features`
pub const PRESS_WITHOUT_DEFAULTS: Names = Some(USUAL);
/// `cargo build --workspace`
pub const PRESS_FOR_ALL: Names = Some(&["filter", "default", "steam", "heat"]);

/// `cargo build -p orchard`; the build script does not count.
pub const LABELS_IN_THE_PROGRAMS: Names = Some(&[]);

/// It was `press/src/lib.rs`.
pub const AFTER_THE_PRESS: Names = Some(&["press", "market", "orchard"]);
/// It was `orchard/notes.txt`, which no code mentions.
pub const AFTER_ORCHARDS_NOTES: Names = Some(&["orchard"]);
/// It was `market/notes.txt`, which no code mentions either.
pub const AFTER_MARKETS_NOTES: Names = Some(&[]);
/// It was `market/examples/stall.rs`.
pub const AFTER_AN_EXAMPLE: Names = Some(&[]);
