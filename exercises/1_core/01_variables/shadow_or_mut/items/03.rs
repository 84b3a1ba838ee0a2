// The number of blanks takes the place of the blanks.
fn main() {
    let mut blanks = "   ";
    println!("[{blanks}]");
    blanks = blanks.len();
    println!("{blanks}");
}

//@ why: `mut` lets the value change, never the type. Another `let blanks = …` would have made a new variable,
//@ why: with a type of its own.
