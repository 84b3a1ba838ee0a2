// Half of a pair moves, one half or the other: how many flags (`bool;`) are kept?
//@ judge: mir
//@ function: pick
//@ count: bool;
fn pick(pair: (String, String), first: bool) -> String {
    if first { pair.0 } else { pair.1 }
}

fn main() {
    let pair = (String::from("tea"), String::from("salt"));
    println!("{}", pick(pair, true));
}

//@ why: Moves are followed field by field, so each half has a flag of its own.
