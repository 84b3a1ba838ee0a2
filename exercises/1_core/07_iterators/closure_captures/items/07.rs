// A closure is handed over by value, two times, to somebody who asks for FnOnce.
fn once(measure: impl FnOnce() -> usize) -> usize {
    measure()
}

fn main() {
    let name = String::from("Ada");
    let measure = || name.len();
    println!("{}", once(measure) + once(measure));
}

//@ why: FnOnce asks the least: every closure can be called once. And this one holds nothing but a shared reference,
//@ why: so it can be copied as that can; each call gets a copy.
