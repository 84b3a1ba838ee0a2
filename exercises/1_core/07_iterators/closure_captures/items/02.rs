// A closure that hands out its name is called twice.
fn main() {
    let name = String::from("Ada");
    let hand_out = || name;
    let first = hand_out();
    let second = hand_out();
    println!("{first} {second}");
}

//@ why: The body gives the name away, and there is only one. The closure is FnOnce, and calling it uses it up;
//@ why: `move` need not be written for that.
