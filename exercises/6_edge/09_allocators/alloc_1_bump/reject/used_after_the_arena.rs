// A value is used after its arena has gone, and has dropped it.
use alloc_1_bump::{Arena, Bump};

fn main() {
    let bump = Bump::<256>::new();
    let arena = Arena::within(&bump);
    let word = arena.keep(String::from("gone")).unwrap();
    drop(arena); //~ E0505
    word.push('!');
}
