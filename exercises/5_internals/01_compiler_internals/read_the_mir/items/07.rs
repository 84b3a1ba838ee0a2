// Three arms: on how many lines does `switchInt(` stand?
//@ judge: mir
//@ function: area
//@ count: switchInt(
enum Shape {
    Dot,
    Line(u32),
    Square(u32),
}

fn area(shape: &Shape) -> u32 {
    match shape {
        Shape::Dot => 0,
        Shape::Line(length) => *length,
        Shape::Square(side) => *side,
    }
}

fn main() {
    let shapes = [Shape::Dot, Shape::Line(2), Shape::Square(3)];
    println!("{}", shapes.iter().map(area).sum::<u32>());
}

//@ why: A match on variants reads the tag once and branches once, with a target for each of them. It is no row of
//@ why: questions.
