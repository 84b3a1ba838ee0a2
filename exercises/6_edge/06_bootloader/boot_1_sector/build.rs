//! Tells the linker to lay the sector out as sector.ld says, and to write plain bytes in the place of an ELF file.

fn main() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/sector.ld");
    println!("cargo:rerun-if-changed={script}");
    for argument in ["--no-pie", "--oformat=binary"] {
        println!("cargo:rustc-link-arg-bins={argument}");
    }
    println!("cargo:rustc-link-arg-bins=-T{script}");
}
