//! Tells cargo that the built-in set and the templates of `new` are part of the binary: without these lines a changed file
//! would not be embedded again. It must not generate anything.

fn main() {
    for path in ["info.toml", "exercises", "solutions", "kit", "crates", "src/scaffold/templates"] {
        println!("cargo::rerun-if-changed={path}");
    }
}
