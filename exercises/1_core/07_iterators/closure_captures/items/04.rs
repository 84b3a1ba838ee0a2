// One field goes into the closure, and the other one is used afterwards.
struct Lamp {
    room: String,
    bulb: String,
}

fn main() {
    let lamp = Lamp {
        room: String::from("hall"),
        bulb: String::from("E27"),
    };
    let room = move || lamp.room.len();
    println!("{} {}", room(), lamp.bulb);
}

//@ why: A closure holds the paths that it names, and not the whole variable: `lamp.room` has moved in, `lamp.bulb`
//@ why: has stayed outside. That holds with `move` as well.
