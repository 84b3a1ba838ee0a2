// Stands at the end of shelf.rs
fn walls_probe(mark: &crate::Mark) -> (u16, &str) {
    crate::mark::sort_key(mark)
}
