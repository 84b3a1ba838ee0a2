# What is done by hand, in one word each.

# Everything the gate does
ready:
    .ci/run

# Everything the set holds, judged again whatever was judged before
author-all:
    rm -rf target/tmp/content
    cargo test --test content

# The performance table: ours beside plain rustc, in one run
bench:
    cargo bench --bench table

# docs/checks.md, made anew from the checks
checks-page:
    UPDATE=1 cargo test --test checks_page

# docs/roadmap.md, made anew from docs/coverage.toml and the set
roadmap-page:
    UPDATE=1 cargo test --test roadmap_page
