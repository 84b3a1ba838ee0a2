// Is there an even number?
fn main() {
    let found = [3, 4, 6]
        .iter()
        .inspect(|n| print!("see{n} "))
        .any(|n| n % 2 == 0);
    print!("{found}");
}

//@ why: `any` knows its answer with the first match and pulls no more.
