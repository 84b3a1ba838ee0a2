// A pointer is used while a later exclusive reference still is in use.
//@ judge: miri
fn main() {
    let mut number = 1;
    let pointer = &raw mut number;
    let exclusive = &mut number;
    unsafe { *pointer += 1 };
    *exclusive += 1;
    println!("{number}");
}

//@ why: `&mut` promises that nothing else touches the number as long as it is used. The older pointer does.
