// A value that cannot be cloned is cloned through a reference.
struct Door([u64; 100]);

fn main() {
    let door = Door([1; 100]);
    let copy = (&door).clone();
    println!("{}", size_of_val(&copy) / size_of::<usize>() + copy.0.len());
}

//@ why: A Door has no `clone`, but every shared reference has one. The search goes on until something fits, and what is
//@ why: cloned is the reference: one word, and 100 elements seen through it.
