// A generic function knows only the trait.
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

fn ask<T: Named>(thing: &T) -> &'static str {
    thing.name()
}

fn main() {
    println!("{}", ask(&Door));
}

//@ why: The body is checked once, by what the bound promises; methods that only some types have are not looked for,
//@ why: not even when the copy for Door is made.
