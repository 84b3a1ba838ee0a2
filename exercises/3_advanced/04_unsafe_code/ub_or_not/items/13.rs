// Two pointers into one `UnsafeCell` take turns.
//@ judge: miri
use std::cell::UnsafeCell;

fn main() {
    let cell = UnsafeCell::new(1);
    let (one, other) = (cell.get(), cell.get());
    unsafe {
        *one += 1;
        *other += 1;
        *one += 1;
    }
    println!("{}", cell.into_inner());
}

//@ why: Raw pointers promise nothing about being alone, and an `UnsafeCell` allows changes behind a shared
//@ why: reference. In one thread they may take turns.
