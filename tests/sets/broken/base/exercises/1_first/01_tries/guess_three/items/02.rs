// A block with a `let` in it.
fn main() {
    let count = 2;
    {
        let count = count + 3;
        assert_eq!(count, 5);
    }
    println!("{count}");
}

//@ why: The inner `let` makes another variable.
