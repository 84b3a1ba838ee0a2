// A chain that nobody asks for anything.
fn main() {
    let doubled = [1, 2].iter().map(|n| {
        print!("map{n} ");
        n * 2
    });
    print!("ready ");
    drop(doubled);
}

//@ why: Writing a chain only builds it. The closure runs when somebody pulls an item, and here nobody does.
