// Two question marks: on how many lines does `return;` stand?
//@ judge: mir
//@ function: both
//@ count: return;
fn read(text: &str) -> Result<u32, std::num::ParseIntError> {
    text.parse()
}

fn both(left: &str, right: &str) -> Result<u32, std::num::ParseIntError> {
    Ok(read(left)? ^ read(right)?)
}

fn main() {
    println!("{:?}", both("3", "4"));
}

//@ why: All ways out lead to one block that returns. A `?` is a call, a branch and a jump to it; it is no statement
//@ why: of its own.
