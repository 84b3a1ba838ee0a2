// A button that gives its text away can be pressed once, and no more.
use closure_captures::Panel;

fn main() {
    let text = String::from("once");
    let give = move || drop(text); //~ E0525
    let mut panel = Panel::new();
    panel.add("give", give);
}
