// Two pens are enough: the code is the same.

fn main() {
    let mut picture = vec![String::new()];
    let first = &mut picture;
    let second = &mut picture;
    println!("{}", first.len() + second.len());
}
