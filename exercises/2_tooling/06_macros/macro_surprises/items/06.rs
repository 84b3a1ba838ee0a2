// The number goes through one macro into another, as an expression.
macro_rules! named {
    (0) => {
        "nothing"
    };
    ($other:expr) => {
        "something"
    };
}

macro_rules! shown {
    ($x:expr) => {
        named!($x)
    };
}

fn main() {
    println!("{}, {}", named!(0), shown!(0));
}

//@ why: Once something was matched as `expr` it is one opaque piece. The second macro is handed an expression and no
//@ why: longer the token `0`, so a rule that asks for this token does not match.
