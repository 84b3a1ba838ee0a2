// Why so: a caller keeps the greeting, so the function has to hand over a text of its own. `format!`
// makes one, and fills the gap on the way.

fn welcome(name: &str) -> String {
    format!("Come in, {name}!")
}
