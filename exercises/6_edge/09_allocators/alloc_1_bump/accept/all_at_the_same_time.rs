// Values of an arena are used at the same time, and may borrow from what is older than it.
use alloc_1_bump::{Arena, Bump};

fn main() {
    let text = String::from("older");
    let mut bump = Bump::<256>::new();
    {
        let arena = Arena::within(&bump);
        let first = arena.keep(&text[..2]).unwrap();
        let second = arena.keep("x").unwrap();
        std::mem::swap(first, second);
        assert_eq!((*first, *second), ("x", "ol"));
    }
    bump.reset();
    assert_eq!(bump.used(), 0);
}
