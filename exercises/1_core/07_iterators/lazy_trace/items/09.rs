// A look at the next item before it is taken.
fn main() {
    let mut queue = [1, 2].iter().inspect(|n| print!("see{n} ")).peekable();
    print!("start ");
    queue.peek();
    queue.peek();
    print!("peeked ");
    queue.next();
    print!("taken ");
}

//@ why: To show an item `peek` has to pull it, once; it keeps it until `next` comes for it.
