// A button counts its presses in a variable of the caller, who reads it when the panel is gone.
use closure_captures::Panel;

fn main() {
    let mut presses = 0;
    {
        let mut panel = Panel::new();
        panel.add("up", || presses += 1);
        assert!(panel.press("up") && panel.press("up"));
    }
    assert_eq!(presses, 2);
}
