// A byte is read as a truth.
//@ judge: miri
fn main() {
    let bytes = [0_u8, 1, 2];
    let truths: Vec<bool> = bytes
        .iter()
        .map(|byte| unsafe { *(&raw const *byte).cast::<bool>() })
        .collect();
    println!("{}", truths.len());
}

//@ why: A `bool` is 0 or 1. That the third one is never looked at does not help: it was made.
