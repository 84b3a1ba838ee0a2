// Find the faults
//
// Below the line is `most`, which gives the larger of two numbers. Write tests which notice whoever
// breaks it, and which let pass whoever writes it in another way.
//
// Read: The Rust Programming Language
// https://doc.rust-lang.org/book/

#[cfg(test)]
mod tests {
    use super::most;

    // TODO: Write a test for each promise.
    #[test]
    fn two_and_two() {
        let _ = most(2, 2);
    }
}

// == checks ==
/// The larger of the two.
fn most(left: u32, right: u32) -> u32 {
    if left > right { left } else { right }
}
