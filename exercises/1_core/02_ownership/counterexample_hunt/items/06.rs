// A reference is used, and then the list grows, in the same block.
fn look_then_push(list: &mut Vec<u64>, new: u64) -> u64 {
    let first = &list[0];
    let seen = *first;
    list.push(new);
    seen
}

fn main() {
    println!("{}", look_then_push(&mut vec![7], 8));
}

//@ why: A borrow lasts until its last use, not until the brace. `first` is not used any more when the list
//@ why: grows; `seen` is a copy.
