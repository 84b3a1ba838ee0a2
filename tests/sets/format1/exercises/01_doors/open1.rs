// TODO: Read this, and go on.

fn main() {
    println!("The door is open.");
}
