// Stands at the end of shelf.rs
fn walls_probe() -> Result<crate::Mark, crate::read::Fault> {
    crate::read::read("530 CUR")
}
