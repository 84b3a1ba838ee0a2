// A list is collected in the middle of a chain.
fn main() {
    let doubled: Vec<i32> = [1, 2]
        .iter()
        .map(|n| {
            print!("map{n} ");
            n * 2
        })
        .collect();
    let large = doubled.iter().filter(|n| {
        print!("filter{n} ");
        **n > 2
    });
    print!("{}", large.count());
}

//@ why: `collect` pulls until nothing is left. Only here there really are two stages, one after the other,
//@ why: and a list between them.
