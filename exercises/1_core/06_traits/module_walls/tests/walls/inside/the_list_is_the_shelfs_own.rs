// Stands at the end of read.rs
fn walls_probe(shelf: &mut crate::Shelf) {
    shelf.marks.clear(); //~ E0616
}
