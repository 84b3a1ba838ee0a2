// How many blocks are there for the way out of a panic (`(cleanup): {`)?
//@ judge: mir
//@ function: measure
//@ count: (cleanup): {
fn measure(name: String) -> usize {
    name.len()
}

fn main() {
    println!("{}", measure(String::from("Ada")));
}

//@ why: One drops the name, one resumes the unwinding. Nothing of that stands in the source.
