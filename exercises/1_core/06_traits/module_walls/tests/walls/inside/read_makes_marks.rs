// Stands at the end of read.rs
fn probe() -> crate::Mark {
    crate::Mark::unchecked(530, "CUR")
}
