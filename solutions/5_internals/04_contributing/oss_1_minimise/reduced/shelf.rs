// Why so: all it takes is a method that borrows exclusively, gives back a shared view, and a second look while the
// view is in use. What the books are, and which look came last, plays no part.

struct Shelf {
    books: Vec<String>,
    looks: usize,
}

impl Shelf {
    fn look(&mut self) -> Option<&String> {
        self.looks += 1;
        self.books.first()
    }
}

fn main() {
    let mut shelf = Shelf {
        books: Vec::new(),
        looks: 0,
    };
    let found = shelf.look();
    let before = &shelf.books;
    println!("{found:?} after {before:?}");
}
