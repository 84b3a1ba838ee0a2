// A function does instead of a method.

fn look(books: &mut String) -> &str {
    books
}

fn main() {
    let mut books = String::new();
    let found = look(&mut books);
    println!("{}", books.len());
    println!("{found}");
}
