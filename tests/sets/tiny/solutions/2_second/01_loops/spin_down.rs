// Why so: the loop ends because every turn brings the speed nearer to zero; rounding down takes the last
// step.

fn turns(speed: u32) -> u32 {
    let mut turns = 0;
    let mut left = speed;
    while left > 0 {
        left = left * 2 / 3;
        turns += 1;
    }
    turns
}
