// The closure changes one field by way of a method; the other field is read meanwhile.
struct Lamp {
    room: String,
    level: u32,
}

impl Lamp {
    fn brighten(&mut self) {
        self.level += 1;
    }
}

fn main() {
    let mut lamp = Lamp {
        room: String::from("hall"),
        level: 1,
    };
    let mut brighten = || lamp.brighten();
    println!("{}", lamp.room);
    brighten();
    println!("{}", lamp.level);
}

//@ why: A method asks for all of `self`, so the closure holds the whole lamp exclusively until its last call.
//@ why: Had its body said `lamp.level += 1`, it would hold that field alone.
