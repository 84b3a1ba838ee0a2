//! A shelf of books that remembers which one was looked at last.

use std::collections::BTreeMap;
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
struct Book {
    title: String,
    pages: u32,
}

impl Book {
    fn new(title: &str, pages: u32) -> Self {
        Self {
            title: title.to_owned(),
            pages,
        }
    }
}

impl fmt::Display for Book {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} pages)", self.title, self.pages)
    }
}

#[derive(Default)]
struct Shelf {
    books: BTreeMap<u32, Book>,
    last: Option<u32>,
}

impl Shelf {
    fn put(&mut self, place: u32, book: Book) -> Option<Book> {
        self.books.insert(place, book)
    }

    fn look(&mut self, place: u32) -> Option<&Book> {
        self.last = Some(place);
        self.books.get(&place)
    }

    fn last_title(&self) -> &str {
        let last = self.last.and_then(|place| self.books.get(&place));
        last.map_or("nothing", |book| &book.title)
    }

    fn pages(&self) -> u32 {
        self.books.values().map(|book| book.pages).sum()
    }
}

fn report(shelf: &Shelf) -> String {
    let mut lines = vec![format!("{} pages on the shelf", shelf.pages())];
    for (place, book) in &shelf.books {
        lines.push(format!("{place:>3} {book}"));
    }
    lines.join("\n")
}

fn main() {
    let mut shelf = Shelf::default();
    shelf.put(1, Book::new("Tides", 210));
    shelf.put(2, Book::new("Winds", 180));
    println!("{}", report(&shelf));
    let found = shelf.look(2);
    let before = shelf.last_title();
    match found {
        Some(book) if book.pages > 200 => println!("{book} is long, {before} too"),
        Some(book) => println!("{book} after {before}"),
        None => println!("nothing there"),
    }
}
