// Pens in a loop.

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
