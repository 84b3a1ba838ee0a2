// A user puts a book just anywhere.
fn main() {
    let mut shelf = module_walls::Shelf::new();
    shelf.marks.push(module_walls::read("530 CUR").unwrap()); //~ E0616
}
