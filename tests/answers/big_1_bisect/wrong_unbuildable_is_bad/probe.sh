rm -f fee
rustc fee.rs || exit 1
test "$(./fee 2000 | cut -d ' ' -f 1)" = small
