// Running slides
//
// Write `slides.md`, a talk of 18 to 20 minutes on one topic of the stages 3 to 5. The deck in it shows the form:
// `---` parts the slides. Each has one title, `# …`, and one note, `Note (3 min): …`, with what you say, three words
// or more a minute. It has at most one program, 14 lines and 64 columns a block, and 40 words beside all that.
//
// At least three different `rust` blocks run; at least one is refused, and marked like `rust,compile_fail,E0382`.
// Behind each stands an `output` block: what the program prints, or a few lines of the compiler's report, each cut off
// where you like, and one with the code in it.
//
// Read: Comprehensive Rust, style guide
// https://github.com/google/comprehensive-rust/blob/main/STYLE.md
