rm -f fee
rustc fee.rs || exit 125
./fee 2000 | grep -q 440
