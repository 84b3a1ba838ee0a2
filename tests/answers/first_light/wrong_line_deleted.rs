fn greeting(name: &str, exercises: u32) -> String {
    format!("Good evening, {}. {} exercises lie ahead.", name, exercises)
}

fn main() {}
