// From the ground floor to a floor above.

fn steps(floor: u32) -> u32 {
    floor * 17
}

fn main() {
    println!("{} steps", steps(2));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ground_floor_needs_none() {
        assert_eq!(steps(0), 0);
    }

    #[test]
    fn two_floors_up() {
        assert_eq!(steps(2), 34);
    }
}
