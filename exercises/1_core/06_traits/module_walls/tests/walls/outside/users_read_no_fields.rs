// A user looks into a mark.
fn main() {
    let mark = module_walls::read("530 CUR").unwrap();
    let _ = mark.topic; //~ E0616
}
