// Take what is small, from a list with a large number in it.
fn main() {
    let sum: i32 = [1, 5, 2]
        .into_iter()
        .inspect(|n| print!("see{n} "))
        .take_while(|n| *n < 4)
        .sum();
    print!("sum{sum}");
}

//@ why: To know that it has to stop, `take_while` must see the first item that does not fit. It is pulled,
//@ why: looked at and lost; what stands behind it is never pulled.
