// A constant list, changed through a reference.
const START: [i32; 2] = [1, 2];

fn main() {
    let list = &mut START;
    list[0] = 7;
    println!("{} {}", list[0], START[0]);
}

//@ why: A `const` is no place in memory: its value is written out anew wherever it is named. The reference
//@ why: leads to one such copy, and the next mention of the constant is another one.
