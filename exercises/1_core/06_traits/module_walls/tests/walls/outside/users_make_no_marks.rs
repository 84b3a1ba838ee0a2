// A user makes a mark without asking whether it makes sense.
fn main() {
    let _ = module_walls::Mark::unchecked(1000, "?"); //~ E0624
}
