// A user asks for what the shelf sorts by.
fn main() {
    let mark = module_walls::read("530 CUR").unwrap();
    let _ = module_walls::sort_key(&mark); //~ E0425|E0603
}
