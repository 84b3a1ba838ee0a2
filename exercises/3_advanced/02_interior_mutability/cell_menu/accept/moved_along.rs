// A button and a page move to another thread, which has them alone.
use cell_menu::{Button, Page};

fn main() {
    let (button, page) = (Button::default(), Page::new("a b"));
    let there = std::thread::spawn(move || {
        button.press();
        page.words(|text| text.split(' ').map(str::to_owned).collect())
            .len()
    });
    assert_eq!(there.join().unwrap(), 2);
}
