// Why so: an error in the result of `main` makes the program end with code 1, so `check` gives one back
// only where something is wrong.

fn check(list: &[&str]) -> Result<(), String> {
    if list.is_empty() { Err("nothing is there".to_owned()) } else { Ok(()) }
}

fn main() -> Result<(), String> {
    check(&["rope", "lamp"])?;
    println!("ready");
    Ok(())
}
