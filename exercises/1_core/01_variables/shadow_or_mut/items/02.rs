// A sum, and a `let` in the body of the loop.
fn main() {
    let total = 0;
    for price in [3, 4] {
        let total = total + price;
        println!("so far {total}");
    }
    println!("{total}");
}

//@ why: Each round makes a new `total` from the outer one, which is 0, and forgets it at the end of the
//@ why: round. To add up, the outer variable has to be `mut` and be assigned.
