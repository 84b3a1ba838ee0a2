// With the type that holds the borrow, and an endless loop.

struct Pen<'a>(&'a mut u32);

fn main() {
    let mut strokes = 0;
    let mut pens = Vec::new();
    loop {
        pens.push(Pen(&mut strokes));
        *pens[0].0 += 1;
    }
}
