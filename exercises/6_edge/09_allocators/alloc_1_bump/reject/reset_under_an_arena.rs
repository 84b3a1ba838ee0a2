// The memory is taken back while an arena still has values in it.
use alloc_1_bump::{Arena, Bump};

fn main() {
    let mut bump = Bump::<256>::new();
    let arena = Arena::within(&bump);
    arena.keep(String::from("kept")).unwrap();
    bump.reset(); //~ E0502
    arena.keep(String::from("written over it")).unwrap();
}
