// The first item is looked at, and the list grows.
fn push_while_looking(list: &mut Vec<u64>, new: u64) -> u64 {
    let first = &list[0];
    list.push(new);
    *first
}

fn main() {
    println!("{}", push_while_looking(&mut vec![7], 8));
}

//@ why: A list that is full moves to a larger place when it grows, and the reference would still point to the
//@ why: old one. Whether it is full is known at run time only.
