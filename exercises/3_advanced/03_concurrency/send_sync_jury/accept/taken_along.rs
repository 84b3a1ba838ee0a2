// A turnstile with a cell in it moves to another thread.
use std::cell::Cell;

use send_sync_jury::Turnstile;

fn main() {
    let count = Turnstile::new(Cell::new(5));
    let other = std::thread::spawn(move || count.into_inner().get());
    assert_eq!(other.join().unwrap(), 5);
}
