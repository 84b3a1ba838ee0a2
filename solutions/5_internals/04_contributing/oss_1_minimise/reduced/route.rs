// Why so: the same line borrows in each round, and something outlives the round. Without the loop it would be
// another report, and without the list there would be none. Nobody runs it, so the loop need not end.

fn main() {
    let mut picture = Vec::<String>::new();
    let mut pens = Vec::new();
    loop {
        pens.push(picture.last_mut());
    }
}
