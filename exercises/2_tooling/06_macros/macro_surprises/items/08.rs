// The caller has a new `limit` by the time the macro is used.
fn main() {
    let limit = 10;
    macro_rules! is_over {
        ($x:expr) => {
            $x > limit
        };
    }
    let first = is_over!(5);
    let limit = 3;
    let second = is_over!(5);
    println!("{first}, {second}, {}", 5 > limit);
}

//@ why: A name written in the macro means what it means where the macro was written. There only the first `limit` is
//@ why: known, and the new one is another variable.
