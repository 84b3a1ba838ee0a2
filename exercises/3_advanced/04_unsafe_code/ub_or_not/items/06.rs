// A list of no items begins nowhere.
//@ judge: miri
use std::ptr::NonNull;

fn main() {
    let nowhere: NonNull<u64> = NonNull::dangling();
    let list = unsafe { std::slice::from_raw_parts(nowhere.as_ptr(), 0) };
    println!("{}", list.len());
}

//@ why: A slice without items needs a pointer that is aligned and not null, and no memory behind it.
