// A user looks at the letters of a mark.
fn main() {
    let mark = module_walls::read("530 CUR").unwrap();
    let _ = mark.letters; //~ E0616
}
