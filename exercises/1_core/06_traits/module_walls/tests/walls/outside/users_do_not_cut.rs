// A user calls a helper of `read`.
fn main() {
    let _ = module_walls::cut("530 CUR"); //~ E0425|E0603
}
