// A page is shared: two threads could look for its words at once.
use cell_menu::Page;

fn main() {
    let page = Page::new("a b");
    std::thread::scope(|scope| {
        scope.spawn(|| page.words(|_| Vec::new()).len()); //~ E0277
    });
    page.words(|_| Vec::new());
}
