// A method of the type and one of the trait look alike.
struct Door;

trait Named {
    fn name(&self) -> &'static str;
}

impl Door {
    fn name(&self) -> &'static str {
        "type"
    }
}

impl Named for Door {
    fn name(&self) -> &'static str {
        "trait"
    }
}

fn main() {
    println!("{} {}", Door.name(), Named::name(&Door));
}

//@ why: At the same step of the search, a method of the type itself goes first; the trait's is still there by its
//@ why: full name.
