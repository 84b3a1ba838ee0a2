// Either text may be the longer one, so both have to stay.
use lifetimes_by_need::longer;

fn main() {
    let left = String::from("left");
    let seen = {
        let right = String::from("right");
        longer(&left, &right) //~ E0597
    };
    println!("{seen}");
}
