// How many machine words does an optional text take?
fn main() {
    println!("{}", size_of::<Option<String>>() / size_of::<usize>());
}

//@ why: A String is an address, a capacity and a length. Not every number can be a capacity, and one of the
//@ why: others stands for None.
