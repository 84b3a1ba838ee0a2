// A trait is missing, the code is the same.

struct Label;

fn main() {
    println!("{}", Label);
}
