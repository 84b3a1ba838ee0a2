// How many machine words does this enum take?
#[expect(dead_code, reason = "only its size is asked for")]
enum Reply {
    Text(String),
    Number(usize),
    Nothing,
}

fn main() {
    println!("{}", size_of::<Reply>() / size_of::<usize>());
}

//@ why: The impossible capacities of the String serve as tag, and the number finds room in a word that it does not
//@ why: need. The language promises this for Option and its like only; here it is what the compiler does.
