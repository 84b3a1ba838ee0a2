fn greeting(name: &str, exercises: u32) -> String {
    format!("Good evening, {name}. {exercises} exercises lie ahead.")
}

fn main() {
    let text = greeting("Ada", 220);
    println!("{text}");
}
