// The text changes while a view of what stands behind the match is still in use.
use holder_struct::Highlighter;

fn main() {
    let mut text = String::from("here today");
    let rest = Highlighter::new(&text, "here").behind();
    text.clear(); //~ E0502
    println!("{rest:?}");
}
