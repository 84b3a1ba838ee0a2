// Several may try to be the first to set a value; here the second one tries.
use std::sync::OnceLock;

fn main() {
    let winner = OnceLock::new();
    let ada = winner.set("Ada");
    let ben = winner.set("Ben");
    println!("{ada:?} {ben:?}");
}

//@ why: To come second is no mistake: nobody could have known. The loser gets the value back and may go on.
