fn misses(forecast: &[i32], measured: &[i32]) -> impl Iterator<Item = i32> {
    let hours = forecast.len().min(measured.len());
    (0..hours).map(move |hour| measured[hour] - forecast[hour])
}

fn changes(levels: &[i32]) -> impl Iterator<Item = i32> {
    levels
        .iter()
        .skip(1)
        .zip(levels)
        .map(|(now, before)| now - before)
}

fn spells(levels: &[i32]) -> impl Iterator<Item = (i32, usize)> {
    let mut rest = levels;
    std::iter::from_fn(move || {
        let level = *rest.first()?;
        let hours = rest.iter().take_while(|&&other| other == level).count();
        rest = &rest[hours..];
        Some((level, hours))
    })
}

fn totals(pours: impl Iterator<Item = i32>) -> impl Iterator<Item = i32> {
    let mut level = 0;
    pours.map(move |pour| {
        level += pour;
        level
    })
}

fn fill(pours: &mut impl Iterator<Item = i32>, capacity: i32) -> Option<i32> {
    let mut level = 0;
    for pour in pours {
        level += pour;
        if level > capacity {
            return None;
        }
    }
    Some(level)
}

fn staffed(shifts: &[(u32, u32)]) -> impl Iterator<Item = u32> {
    shifts.iter().copied().flat_map(|shift| shift.0..shift.1)
}
