// Running slides
//
// Write `slides.md`, a talk of 18 to 20 minutes on one topic of the stages 3 to 5. The deck in it shows the form:
// `---` parts the slides, `# ` begins a title, `Note (3 min):` what you say, five words or more; a slide has one of
// both. A slide has at most one program, 14 lines and 64 columns a block, and 40 words beside all that.
//
// At least three different `rust` blocks run; at least one is refused, and marked like `rust,compile_fail,E0382`.
// Behind each stands an `output` block: what it prints, or lines of the compiler's report, that with the code among
// them, cut off at their end if long.
//
// Read: Comprehensive Rust, style guide
// https://github.com/google/comprehensive-rust/blob/main/STYLE.md
