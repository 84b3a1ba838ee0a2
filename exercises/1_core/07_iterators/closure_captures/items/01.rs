// A closure that owns its name is called twice.
fn twice(greet: impl Fn() -> String) -> String {
    greet() + &greet()
}

fn main() {
    let name = String::from("Ada");
    let greet = move || format!("Hi {name}! ");
    print!("{}", twice(greet).trim_end());
}

//@ why: `move` says how a closure gets hold of things: it owns them. How often it may be called depends on what
//@ why: its body does with them, and this body only looks.
