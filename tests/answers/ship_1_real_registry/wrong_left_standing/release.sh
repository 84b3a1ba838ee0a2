set -eu

cargo publish --registry roadmap
cargo test --manifest-path consumers/fresh/pilot/Cargo.toml
