// The guard of a lock is put in here, to be dropped by another thread.
use std::sync::Mutex;

use send_sync_jury::Turnstile;

static LOCK: Mutex<u8> = Mutex::new(0);

fn main() {
    let held = Turnstile::new(LOCK.lock().ok());
    std::thread::scope(|scope| {
        scope.spawn(|| held.pass(|guard| drop(guard.take()))); //~ E0277
    });
}
