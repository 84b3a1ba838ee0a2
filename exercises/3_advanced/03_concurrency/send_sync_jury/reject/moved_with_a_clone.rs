// A turnstile with a counter of references moves to another thread, and a clone stays.
use std::rc::Rc;

use send_sync_jury::Turnstile;

fn main() {
    let here = Rc::new(1);
    let there = Turnstile::new(Rc::clone(&here));
    let other = std::thread::spawn(move || drop(there.into_inner())); //~ E0277
    drop(here);
    other.join().unwrap();
}
