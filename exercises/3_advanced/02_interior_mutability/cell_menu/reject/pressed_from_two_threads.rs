// A button is shared: it would have to pay for a guard that one thread does not need.
use cell_menu::Button;

fn main() {
    let button = Button::default();
    std::thread::scope(|scope| {
        scope.spawn(|| button.press()); //~ E0277
    });
    button.press();
}
