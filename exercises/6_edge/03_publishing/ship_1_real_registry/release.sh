# The crate `tide_table` is out as 0.1.0; earlier/ is what was published. The pilots in consumers/fresh/pilot
# cannot build with it. The ferry in consumers/locked/ferry can, and has a lock file.
# Mend the package, and write here how it is released: publish it to the registry `roadmap`, see that the
# tests of the pilots pass with what the registry gives them, and only then yank 0.1.0. The pilots ask for
# version "0.1" and the feature `almanac`, and neither consumer may be changed.
# Say in versions.toml which version each of the two is built with after the release.
# `cargo roadmap run` starts the registry, with 0.1.0 in it, and runs this script beside it.
#
# Read: https://doc.rust-lang.org/cargo/reference/publishing.html
set -eu

# TODO: Publish the package, once you have found what is wrong with it and mended it.
# TODO: Run the tests of the pilots.
# TODO: Yank the version that cannot be used.
