// A counter of references stays outside while its clone is used inside, by another thread.
use std::rc::Rc;

use send_sync_jury::Turnstile;

fn main() {
    let outside = Rc::new(1);
    let shared = Turnstile::new(Rc::clone(&outside));
    std::thread::scope(|scope| {
        scope.spawn(|| shared.pass(|inside| drop(Rc::clone(inside)))); //~ E0277
    });
    drop(outside);
}
