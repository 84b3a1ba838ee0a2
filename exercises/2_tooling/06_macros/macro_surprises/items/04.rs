// The macro makes a function, and its caller calls it by a name that it never passed in.
macro_rules! make_greeter {
    ($text:literal) => {
        fn greet() -> &'static str {
            $text
        }
    };
}

make_greeter!("good day");

fn main() {
    println!("{}", greet());
}

//@ why: Hygiene of `macro_rules!` covers local variables and labels. Items such as functions and types are found by
//@ why: their names by anybody, whether a macro wrote them or a person.
