// Why so: `{}` is a gap, and every gap takes one value from the list behind the text, in order. The
// exclamation mark says that `println!` is a macro: the compiler checks the gaps against the values
// while it builds, so a forgotten value can never surprise a user.

fn greeting(name: &str, exercises: u32) -> String {
    format!("Good evening, {}. {} exercises lie ahead.", name, exercises)
}

fn main() {
    println!("{}", greeting("Ada", 220));
}
