// The button counts in a variable that is gone before the button is.
use closure_captures::Panel;

fn main() {
    let mut panel = Panel::new();
    {
        let mut presses = 0;
        panel.add("up", || presses += 1); //~ E0597|E0373
    }
    panel.press("up");
}
