// A user takes the way through a module, so that it can never be rearranged.
fn main() {
    let _ = module_walls::shelf::Shelf::new(); //~ E0603
}
