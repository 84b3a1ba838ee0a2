// The trait is there for doors and for references to doors.
struct Door;

trait Named {
    fn name(&self) -> &'static str;
}

impl Named for Door {
    fn name(&self) -> &'static str {
        "door"
    }
}

impl Named for &Door {
    fn name(&self) -> &'static str {
        "reference"
    }
}

fn main() {
    let door = &Door;
    println!("{} {}", door.name(), (&door).name());
}

//@ why: `&self` of a Door is a `&Door`, which is just what is there: it fits without a further reference, and so
//@ why: comes first. For the impl of `&Door` one more `&` is needed.
