// The same with one word changed: the number goes on as a token tree.
macro_rules! named {
    (0) => {
        "nothing"
    };
    ($other:expr) => {
        "something"
    };
}

macro_rules! shown {
    ($x:tt) => {
        named!($x)
    };
}

fn main() {
    println!("{}, {}", named!(0), shown!(0));
}

//@ why: `tt`, like `ident` and `lifetime`, hands on the token as it was; it can be matched again. The other kinds of
//@ why: fragments close behind what they took.
