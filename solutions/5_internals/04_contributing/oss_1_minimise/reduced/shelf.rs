// Why so: all it takes is a view that was got through an exclusive borrow, and a second look while the view is in use.
// A method of the library does as well as one of ours. What the books are, and which look came last, plays no part.

fn main() {
    let mut shelf = vec![()];
    let found = shelf.first_mut();
    let before = &shelf;
    drop((found, before));
}
