// An address made by hand is read.
//@ judge: miri
fn main() {
    let number = 7;
    let address = (&raw const number).addr();
    let pointer = std::ptr::without_provenance::<i32>(address);
    println!("{}", unsafe { *pointer });
}

//@ why: A pointer is an address and a permission. `without_provenance` makes one that may touch no memory at
//@ why: all, and `addr` gave no permission away. Miri calls it dangling, since it belongs to nothing.
