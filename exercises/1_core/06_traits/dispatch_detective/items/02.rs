// The method of the type wants to change the door; the one of the trait only looks.
struct Door;

trait Named {
    fn name(&self) -> &'static str;
}

impl Door {
    fn name(&mut self) -> &'static str {
        "type"
    }
}

impl Named for Door {
    fn name(&self) -> &'static str {
        "trait"
    }
}

fn main() {
    let mut door = Door;
    print!("{} ", door.name());
    println!("{}", Door::name(&mut door));
}

//@ why: The search tries the value, then a shared reference to it, then an exclusive one, and stops at the first step
//@ why: that has a method. The trait's method is found one step earlier, so being the type's own does not help.
