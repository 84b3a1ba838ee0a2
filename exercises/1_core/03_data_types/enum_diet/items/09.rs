// How many bytes does an optional light take?
#[expect(dead_code, reason = "only its size is asked for")]
enum Light {
    Red,
    Amber,
    Green,
}

fn main() {
    println!("{}", size_of::<Option<Light>>());
}

//@ why: Three variants without data need three patterns of one byte; None takes the fourth.
