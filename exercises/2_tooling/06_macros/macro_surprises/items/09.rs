// A method is called on the argument, and the argument begins with a minus.
macro_rules! squared {
    ($x:expr) => {
        $x.pow(2)
    };
}

fn main() {
    println!("{} {}", squared!(-3_i32), -3_i32.pow(2));
}

//@ why: Written by hand, the method binds tighter than the minus. In the macro the whole of `-3_i32` is one
//@ why: expression already, and the method is called on that.
