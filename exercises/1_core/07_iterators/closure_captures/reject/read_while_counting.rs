// The count is read while the panel may still change it.
use closure_captures::Panel;

fn main() {
    let mut presses = 0;
    let mut panel = Panel::new();
    panel.add("up", || presses += 1);
    let seen = presses; //~ E0503
    panel.press("up");
    println!("{seen}");
}
