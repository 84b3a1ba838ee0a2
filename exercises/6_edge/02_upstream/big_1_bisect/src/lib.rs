// Who changed it?
//
// By the price list of a parcel shop 2000 grams are "small". Its program `fee.rs` says "large",
// nobody knows since when, and there are 64 commits, of which some do not build.
//
// Here, `cargo run -- DIR` writes the history into an empty directory. Find a commit there that is
// good, start `git bisect` between it and `main`, and write `probe.sh` for `git bisect run`: it is
// called there and judges the commit by its exit code: 0 if 2000 grams are small, 1 if not, 125 if
// it cannot be told. Then name the culprit.
//
// Read: the manual of git bisect, Bisect run
// https://git-scm.com/docs/git-bisect

pub mod history;

/// The first line of the message of the commit that changed it.
// TODO: Let git find it, with the help of `probe.sh`.
pub const CULPRIT: &str = "Spring prices";
