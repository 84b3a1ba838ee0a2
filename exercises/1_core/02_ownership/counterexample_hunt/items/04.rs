// The counter for a key is handed out, and made before if there is none.
fn counter(list: &mut Vec<(u32, u32)>, key: u32) -> &mut u32 {
    for entry in list.iter_mut() {
        if entry.0 == key {
            return &mut entry.1;
        }
    }
    list.push((key, 0));
    let last = list.len() - 1;
    &mut list[last].1
}

fn main() {
    println!("{}", counter(&mut Vec::new(), 3));
}

//@ guess: It compiles: the loop is over when the list grows.
//@ why: On the way that returns, the entry stays lent until the caller is done; the compiler takes that for
//@ why: the other way as well, on which nothing is lent any more. It refuses more than it would have to.
