// Why so: the same line borrows in each round, and something outlives the round. Without the loop it would be
// another report, and without the list there would be none.

fn pen(picture: &mut Vec<String>) -> &mut String {
    picture.push(String::new());
    &mut picture[0]
}

fn main() {
    let mut picture = Vec::new();
    let mut pens = Vec::new();
    for _ in 0..3 {
        pens.push(pen(&mut picture));
    }
    println!("{}", pens.len());
}
