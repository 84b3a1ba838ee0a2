// A value that is always dropped here: on how many lines does `drop(` stand?
//@ judge: mir
//@ function: measure
//@ count: drop(
fn measure(name: String) -> usize {
    name.len()
}

fn main() {
    println!("{}", measure(String::from("Ada")));
}

//@ why: One drop is on the way out, the other is for the case that the call in between panics: then the name has to
//@ why: be dropped as well. A call that may unwind doubles what is alive during it.
