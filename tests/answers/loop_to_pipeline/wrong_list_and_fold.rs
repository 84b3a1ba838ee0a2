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
    let mut list: Vec<(i32, usize)> = Vec::new();
    for &level in levels {
        match list.last_mut() {
            Some((held, hours)) if *held == level => *hours += 1,
            _ => list.push((level, 1)),
        }
    }
    list.into_iter()
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
    let steps = pours.scan(0, |level, pour| {
        *level += pour;
        Some(*level)
    });
    steps.fold(Some(0), |held, level| {
        held.and(Some(level)).filter(|&level| level <= capacity)
    })
}

/// Every hour of every shift; a shift names its first hour and the hour after its last.
fn staffed(shifts: &[(u32, u32)]) -> impl Iterator<Item = u32> {
    shifts.iter().flat_map(|&(first, end)| first..end)
}
