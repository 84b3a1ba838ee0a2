set -eu

cargo publish
cargo test --manifest-path consumers/fresh/pilot/Cargo.toml
cargo yank --registry roadmap --version 0.1.0 tide_table

: > versions.toml
for consumer in fresh/pilot locked/ferry; do
    cargo test --locked --manifest-path "consumers/$consumer/Cargo.toml"
    version=$(sed -n '/name = "tide_table"/,/^version/s/^version = //p' "consumers/$consumer/Cargo.lock")
    echo "${consumer#*/} = $version" >> versions.toml
done
