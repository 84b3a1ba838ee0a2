fn main() {
    println!("cargo::rustc-env=SEASON=autumn");
}
