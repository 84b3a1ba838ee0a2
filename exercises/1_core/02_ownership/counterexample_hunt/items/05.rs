// All numbers of a list are raised by one of them.
fn raise_by(list: &mut [i32], place: usize) {
    let by = &list[place];
    for number in list.iter_mut() {
        *number += by;
    }
}

fn main() {
    let mut list = [1, 2, 3];
    raise_by(&mut list, 0);
    println!("{list:?}");
}

//@ why: `by` promises a number that does not change, and the loop changes it on the way: some numbers would
//@ why: be raised by the old one and some by the new.
