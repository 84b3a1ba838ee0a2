# What is done by hand, in one word each.

# Everything the gate does
ready:
    .ci/run

# Everything the set holds, judged again whatever was judged before
author-all:
    cargo run --locked --release -- author check --fresh --record
    cargo run --locked --release -- author mutants --fresh --record

# The performance table: ours beside plain rustc, in one run
bench:
    cargo bench --bench table

# docs/checks.md and docs/rules.md, made anew from the code
checks-page:
    UPDATE=1 cargo test --test checks_page

# docs/roadmap.md, made anew from docs/coverage.toml and the set
roadmap-page:
    UPDATE=1 cargo test --test roadmap_page
