// The method of the trait takes the door itself.
struct Door;

trait Named {
    fn name(self) -> &'static str;
}

impl Door {
    fn name(&self) -> &'static str {
        "type"
    }
}

impl Named for Door {
    fn name(self) -> &'static str {
        "trait"
    }
}

fn main() {
    let door = Door;
    println!("{}", door.name());
}

//@ why: By value is the first step of the search, and there only the trait's method fits. The type's own would have
//@ why: needed a reference, which is the next step.
