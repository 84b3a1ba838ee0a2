// A list is cut into chunks of no elements.
fn main() {
    let list = [1, 2, 3];
    let size = list.len() - 3;
    println!("{}", list.chunks(size).count());
}

//@ why: There is no answer that makes sense, and only a mistake in the calling code can lead here.
