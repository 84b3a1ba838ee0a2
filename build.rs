//! Tells cargo that the built-in set is part of the binary: without these lines a changed exercise
//! would not be embedded again. It must not generate anything.

fn main() {
    for path in ["info.toml", "exercises", "solutions", "kit", "crates"] {
        println!("cargo::rerun-if-changed={path}");
    }
}
