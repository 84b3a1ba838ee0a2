// A cell is used by two threads in turn: only one of them is inside at a time.
use std::cell::Cell;

use send_sync_jury::Turnstile;

fn main() {
    let count = Turnstile::new(Cell::new(0));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| count.pass(|count| count.set(count.get() + 1)));
        }
    });
    assert_eq!(count.into_inner().get(), 2);
}
