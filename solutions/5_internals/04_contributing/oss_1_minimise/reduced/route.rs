// Why so: the same line borrows in each round, and something outlives the round. Without the loop it would be
// another report, and without the list there would be none.

fn main() {
    let mut picture = vec![String::new()];
    let mut pens = Vec::new();
    for _ in 0..3 {
        pens.push(picture.last_mut());
    }
    println!("{}", pens.len());
}
