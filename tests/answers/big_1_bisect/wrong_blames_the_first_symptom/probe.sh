# Called by `git bisect run` in the directory of the history; builds `fee.rs` and asks it.
rm -f fee
rustc fee.rs || exit 125
test "$(./fee 2000 | cut -d ' ' -f 1)" = small
