// A box is given back, and its number read a last time.
//@ judge: miri
fn main() {
    let pointer = Box::into_raw(Box::new(7));
    drop(unsafe { Box::from_raw(pointer) });
    println!("{}", unsafe { *pointer });
}

//@ why: The memory was given back. That the number would most likely still stand there is no defence.
