// Stands at the end of read.rs
fn probe(shelf: &mut crate::Shelf) {
    shelf.marks.clear(); //~ E0616
}
