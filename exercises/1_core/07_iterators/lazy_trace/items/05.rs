// Two lists in a row, from the end.
fn main() {
    let row = [1, 2].iter().chain([3, 4].iter()).rev();
    for n in row {
        print!("{n} ");
    }
}

//@ why: `rev` pulls from the back of the chain, and the back of a row of two lists is the back of the second
//@ why: one.
