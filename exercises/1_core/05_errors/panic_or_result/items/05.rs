// A file is read that is not there.
fn main() {
    println!("{}", std::fs::read_to_string("no/such/file").is_err());
}

//@ why: To ask first whether it is there would not help: it can vanish in between. The world outside answers with a
//@ why: Result.
