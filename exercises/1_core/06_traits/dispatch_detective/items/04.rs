// Two traits offer a method of the same name.
struct Door;

trait Named {
    fn name(&self) -> &'static str;
}

trait Titled {
    fn name(&self) -> &'static str;
}

impl Named for Door {
    fn name(&self) -> &'static str {
        "door"
    }
}

impl Titled for Door {
    fn name(&self) -> &'static str {
        "entrance"
    }
}

fn main() {
    println!("{}", Door.name());
}

//@ why: At the same step nobody goes first among traits, so the compiler asks: `Named::name(&Door)` says which.
