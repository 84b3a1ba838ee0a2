// Two numbers are used twice each: on how many lines is the first one moved (`move _1`)?
//@ judge: mir
//@ function: mix
//@ count: move _1
fn mix(left: u64, right: u64) -> u64 {
    let kept = left;
    let again = left;
    kept ^ again ^ right ^ right
}

fn main() {
    println!("{}", mix(3, 4));
}

//@ why: A number is `Copy`, and taking it leaves it where it is: the middle language says `copy _1`. `move` says
//@ why: that nobody will look at the place again before something new is put there.
