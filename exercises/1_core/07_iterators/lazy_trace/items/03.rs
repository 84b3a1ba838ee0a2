// The first two of all numbers.
fn main() {
    (1..)
        .inspect(|n| print!("see{n} "))
        .take(2)
        .for_each(|n| print!("got{n} "));
}

//@ why: `take` pulls twice and then says that it is over, without asking for a third. So it can stand behind
//@ why: a source that never ends.
