// Both ends of a list are lent out to be changed, and a list of one has none.
fn both_ends(list: &mut [u32]) -> Option<(&mut u32, &mut u32)> {
    if list.len() < 2 {
        return None;
    }
    let last = list.len() - 1;
    Some((&mut list[0], &mut list[last]))
}

fn main() {
    println!("{:?}", both_ends(&mut [1, 2, 3]));
}

//@ guess: It compiles: the first and the last place of a list are two places.
//@ why: The compiler does not compare indices: a place in a list is the list to it. That these two never meet
//@ why: is known from the length, which it does not look at.
