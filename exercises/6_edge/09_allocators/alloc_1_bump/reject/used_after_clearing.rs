// A value is used after the arena was cleared.
use alloc_1_bump::{Arena, Bump};

fn main() {
    let bump = Bump::<256>::new();
    let mut arena = Arena::within(&bump);
    let word = arena.keep(String::from("gone")).unwrap();
    arena.clear(); //~ E0502
    word.push('!');
}
