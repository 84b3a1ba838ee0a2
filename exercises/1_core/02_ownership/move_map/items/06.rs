// The name is given away, and the variable gets another one.
fn main() {
    let mut name = String::from("Ada");
    let guest = name;
    name = String::from("Ben");
    println!("{guest} and {name}");
}

//@ why: Moving out of a variable leaves the variable itself in place, only without a value. Whoever puts a new
//@ why: value in may use it again.
