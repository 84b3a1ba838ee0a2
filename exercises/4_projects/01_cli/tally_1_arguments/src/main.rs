use clap::Parser as _;

fn main() {
    // Nothing is counted yet: this shows how the call was understood.
    println!("{:#?}", tally::cli::Cli::parse());
}
