// The type has a method beside the trait, and is used through the trait.
struct Door;

trait Named {
    fn name(&self) -> &'static str {
        "default"
    }
}

impl Named for Door {}

impl Door {
    fn name(&self) -> &'static str {
        "type"
    }
}

fn main() {
    let named: &dyn Named = &Door;
    println!("{} {}", named.name(), Door.name());
}

//@ why: A table behind `dyn Named` holds what stands in `impl Named for Door`, and else the defaults. A method beside
//@ why: it has the same name by chance, and replaces nothing.
