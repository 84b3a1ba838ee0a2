// What a lock gives out while it is held: `MutexGuard<'static, u8>`.
use std::sync::MutexGuard;

fn main() {
    println!("{}", kit::send_and_sync!(MutexGuard<'static, u8>));
}

//@ why: Some systems demand that the thread which locked also unlocks, so the guard must stay. A look at the
//@ why: content through it is harmless.
