//! Writes the history of the parcel shop's program into a directory.

use std::path::Path;

fn main() {
    let Some(dir) = std::env::args().nth(1) else {
        eprintln!("usage: cargo run -- DIR");
        return;
    };
    match big_1_bisect::history::write(Path::new(&dir)) {
        Ok(()) => println!("{} commits lie in {dir}", big_1_bisect::history::LENGTH),
        Err(error) => eprintln!("{dir}: {error}"),
    }
}
