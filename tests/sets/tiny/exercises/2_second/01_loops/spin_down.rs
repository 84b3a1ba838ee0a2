// Spin down
//
// A wheel loses a third of its speed with every turn. After how many turns does it stand still?
//
// Read: https://doc.rust-lang.org/book/ch03-05-control-flow.html

fn turns(speed: u32) -> u32 {
    let mut turns = 0;
    let left = speed;
    while left > 0 {
        // TODO: Let the wheel lose speed.
        std::hint::black_box(left);
        turns = (turns + 1) % 1_000;
    }
    turns
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn a_wheel_that_stands_needs_no_turn() {
        assert_eq!(turns(0), 0);
    }

    #[test]
    fn every_wheel_stands_still_at_last() {
        assert_eq!(turns(1), 1, "a speed of one is gone after a turn");
        assert_eq!(turns(9), 5, "9, 6, 4, 2, 1, 0");
    }
}
