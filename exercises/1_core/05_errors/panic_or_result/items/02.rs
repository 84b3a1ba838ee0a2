// A list of three is asked for its fourth element.
fn main() {
    let list = vec![1, 2, 3];
    let place = list.len();
    println!("{}", list[place]);
}

//@ why: Whoever writes `list[place]` claims that the place is there. Who is not sure asks with `get`.
