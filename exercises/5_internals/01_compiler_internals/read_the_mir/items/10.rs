// It is given away on every way through, but not at once: how many flags (`bool;`)?
//@ judge: mir
//@ function: close
//@ count: bool;
fn close(name: String, lock: String) -> usize {
    let length = name.len();
    drop(lock);
    length
}

fn main() {
    println!("{}", close(String::from("Ada"), String::from("7")));
}

//@ why: Two calls may panic: before the lock is given away it has to be dropped on that way out, afterwards it must
//@ why: not be. The ways out share their blocks, and so a flag has to tell which of the two it was.
