// Stands at the end of shelf.rs
fn walls_probe(mark: &crate::Mark) {
    let _ = mark.topic; //~ E0616
    let _ = &mark.letters; //~ E0616
}
