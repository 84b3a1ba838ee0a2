rustc fee.rs
test -x fee || exit 125
test "$(./fee 2000 | cut -d ' ' -f 1)" = small
