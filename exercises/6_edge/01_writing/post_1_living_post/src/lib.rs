// A living post
//
// Write `post.md`: 400 to 1800 words about one hard thing of unsafe code or performance, for somebody who
// knows Rust and not this. The draft shows the form. `## Claim` says what is so, `## Evidence` shows
// it, `## Limits` says where it ends; each has at least 40 words, and somewhere a link leads to a source.
//
// Each block is judged: `rust` runs (at least three, each with an assertion or followed by an `output`
// block, which holds what it prints), `rust,compile_fail,E0382` is refused with this code (at least one).
// Each number of two or more digits in the text also stands in a block that runs or in an `output`.
//
// Read: The Rustonomicon, Exception Safety, as a model
// https://doc.rust-lang.org/nomicon/exception-safety.html
