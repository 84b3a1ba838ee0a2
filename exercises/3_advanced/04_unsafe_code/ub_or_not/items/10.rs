// A pointer becomes a number and a pointer again.
//@ judge: miri
fn main() {
    let number = 7;
    let address = (&raw const number).expose_provenance();
    let pointer = std::ptr::with_exposed_provenance::<i32>(address);
    println!("{}", unsafe { *pointer });
}

//@ why: `expose_provenance` puts the permission up for whoever makes a pointer from the number with
//@ why: `with_exposed_provenance`. `as` does the same.
