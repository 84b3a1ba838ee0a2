// Stay until the end
//
// Add up the numbers before the first zero. The start goes home too early.
//
// Read: https://doc.rust-lang.org/book/ch03-05-control-flow.html

fn sum_before_zero(numbers: &[u32]) -> u32 {
    let mut sum = 0;
    for &number in numbers {
        if number == 0 {
            // TODO: Leave the loop, and nothing more.
            std::process::exit(0);
        }
        sum += number;
    }
    sum
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn nothing_after_the_zero_counts() {
        assert_eq!(sum_before_zero(&[1, 2, 0, 4]), 3);
    }

    #[test]
    fn without_a_zero_everything_counts() {
        assert_eq!(sum_before_zero(&[1, 2, 4]), 7);
    }
}
