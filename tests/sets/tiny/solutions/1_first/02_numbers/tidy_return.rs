// Why so: a function's last expression is its value; `return` is for leaving early.

fn half(number: u32) -> u32 {
    number / 2
}
