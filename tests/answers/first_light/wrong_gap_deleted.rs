fn greeting(name: &str, _exercises: u32) -> String {
    format!("Good evening, {}.", name)
}

fn main() {
    println!("{}", greeting("Ada", 220));
}
