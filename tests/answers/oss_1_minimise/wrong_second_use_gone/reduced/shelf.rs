// The second look is only printed.

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
    println!("{found:?}");
}
