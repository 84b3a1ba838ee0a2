// A `for` loop over numbers: on how many lines does `switchInt(` stand?
//@ judge: mir
//@ function: sum
//@ count: switchInt(
fn sum(numbers: &[u32]) -> u32 {
    let mut sum = 0;
    for number in numbers {
        sum ^= number;
    }
    sum
}

fn main() {
    println!("{}", sum(&[1, 2, 3]));
}

//@ why: The loop is a call of `next` and one branch on what it brought, `Some` or `None`, with a jump back. Nothing
//@ why: asks a second time.
