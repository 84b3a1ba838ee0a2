// Why so: `break` leaves the loop and keeps the program, so that the sum can be handed back.

fn sum_before_zero(numbers: &[u32]) -> u32 {
    let mut sum = 0;
    for &number in numbers {
        if number == 0 {
            break;
        }
        sum += number;
    }
    sum
}
