set -eu

cargo publish --registry roadmap
cargo test --manifest-path consumers/fresh/pilot/Cargo.toml
cargo yank --registry roadmap tide_table@0.1.0
