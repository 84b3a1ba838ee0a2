// How large are these closures, counted in machine words?
fn main() {
    let name = String::from("Ada");
    let word = size_of::<usize>();
    let nothing = |n: u32| n + 1;
    let looks = || name.len();
    print!("{} {} ", size_of_val(&nothing) / word, size_of_val(&looks) / word);
    let owns = move || name.len();
    println!("{}", size_of_val(&owns) / word);
}

//@ why: A closure is a struct that nobody has named, with a field for each thing it holds: no field, a reference
//@ why: of one word, a String of three. The code is no part of it.
