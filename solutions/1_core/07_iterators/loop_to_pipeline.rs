// Why so: a chain only describes the work. Nothing runs until somebody asks for an item, and then
// one item at a time passes through all stages, so there is nothing to store. `zip`, `windows` and
// `chunk_by` also take over the arithmetic on indices, where loops go wrong first. `scan` carries a
// state and still gives one item for each it draws; `try_fold` carries a state and leaves at the
// first `None`, and since it borrows the source, the caller can go on where it stopped.

/// By how much each measured level missed its forecast, as far as both lists go.
fn misses(forecast: &[i32], measured: &[i32]) -> impl Iterator<Item = i32> {
    forecast
        .iter()
        .zip(measured)
        .map(|(expected, seen)| seen - expected)
}

/// How the level changed from each hour to the next.
fn changes(levels: &[i32]) -> impl Iterator<Item = i32> {
    levels.windows(2).map(|pair| pair[1] - pair[0])
}

/// Each level beside the number of hours it held without a break.
fn spells(levels: &[i32]) -> impl Iterator<Item = (i32, usize)> {
    levels
        .chunk_by(|one, next| one == next)
        .map(|spell| (spell[0], spell.len()))
}

/// What is in the tank after each pour.
fn totals(pours: impl Iterator<Item = i32>) -> impl Iterator<Item = i32> {
    pours.scan(0, |level, pour| {
        *level += pour;
        Some(*level)
    })
}

/// What is in the tank after the last pour, or `None` if some pour went over the capacity.
fn fill(pours: &mut impl Iterator<Item = i32>, capacity: i32) -> Option<i32> {
    pours.try_fold(0, |level, pour| {
        Some(level + pour).filter(|&level| level <= capacity)
    })
}

/// Every hour of every shift; a shift names its first hour and the hour after its last.
fn staffed(shifts: &[(u32, u32)]) -> impl Iterator<Item = u32> {
    shifts.iter().flat_map(|&(first, end)| first..end)
}
