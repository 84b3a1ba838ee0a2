# Why so: each step may only follow when the one before it has held. What was packed is not what lies in this
# directory: `include` had left the harbours out, and cargo's own build before publishing switches on no feature
# that is not a default. So nothing was wrong here, and everything for the pilots; only who builds from the registry
# sees what others get. The mended package is another version, since a version can never be replaced, and one
# that "0.1" may be answered with. Yanking comes last: it takes 0.1.0 out of every new choice and deletes nothing,
# so whoever has it in a lock file keeps building with it.
set -eu

cargo publish --registry roadmap
cargo test --manifest-path consumers/fresh/pilot/Cargo.toml
cargo yank --registry roadmap tide_table@0.1.0
