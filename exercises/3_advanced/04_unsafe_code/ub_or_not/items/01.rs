// A number is changed through a pointer, and then by its name.
//@ judge: miri
fn main() {
    let mut number = 1;
    let pointer = &raw mut number;
    unsafe { *pointer += 1 };
    number += 1;
    println!("{number}");
}

//@ why: The pointer is made from the variable, used, and not used again after the variable was. Nobody's
//@ why: promise is broken.
