// Stands at the end of shelf.rs
fn probe() {
    let _ = crate::read::cut("530 CUR"); //~ E0603
}
