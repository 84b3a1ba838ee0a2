//! When the water is high at a harbour.

/// The minute of the day at which the water is high: a harbour's lag after the moon has passed.
pub fn high_water(moon: u32, lag: u32) -> u32 {
    (moon + lag) % (24 * 60)
}

#[cfg(feature = "almanac")]
const HARBOURS: &str = include_str!("../data/harbours.txt");

/// The lag of a harbour that the almanac knows, in minutes.
#[cfg(feature = "almanac")]
pub fn lag(harbour: &str) -> Option<u32> {
    let lines = HARBOURS.lines().filter_map(|line| line.split_once(' '));
    let (minutes, _) = lines.into_iter().find(|(_, name)| *name == harbour)?;
    minutes.parse().ok()
}
