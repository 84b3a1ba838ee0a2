set -eu

cargo yank --registry roadmap tide_table@0.1.0
cargo publish --registry roadmap
cargo test --manifest-path consumers/fresh/pilot/Cargo.toml
