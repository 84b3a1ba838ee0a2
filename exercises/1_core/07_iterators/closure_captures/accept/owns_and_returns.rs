// Buttons that own what they need leave the function that makes them.
use closure_captures::Panel;

fn make() -> Panel<'static> {
    let mut bell = String::from("ding");
    let mut panel = Panel::new();
    panel.add("bell", move || bell.push_str(" dong"));
    panel
}

fn main() {
    let mut panel = make();
    assert!(panel.press("bell") && panel.press("bell") && !panel.press("horn"));
}
