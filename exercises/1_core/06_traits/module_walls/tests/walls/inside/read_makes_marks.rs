// Stands at the end of read.rs
fn walls_probe() -> crate::Mark {
    crate::Mark::unchecked(530, "CUR")
}
