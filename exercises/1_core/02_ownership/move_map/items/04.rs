// The same list is counted in each round.
fn count(letters: Vec<String>) -> usize {
    letters.len()
}

fn main() {
    let letters = vec![String::from("to Ada"), String::from("to Ben")];
    let mut sum = 0;
    while sum < 5 {
        sum += count(letters);
    }
    println!("{sum}");
}

//@ why: The first round hands the list over for good, and the second has nothing left to hand over. That the
//@ why: value is only looked at inside the function does not matter: its signature takes it.
