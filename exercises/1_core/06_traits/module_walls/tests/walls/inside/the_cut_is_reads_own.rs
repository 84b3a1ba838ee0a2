// Stands at the end of shelf.rs
fn walls_probe() {
    let _ = crate::read::cut("530 CUR"); //~ E0603
}
