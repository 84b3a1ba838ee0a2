// Stands at the end of shelf.rs
fn walls_probe(mark: &crate::Mark) -> String {
    crate::mark::label(mark)
}
