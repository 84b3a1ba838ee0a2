pub fn append(samples: &mut Vec<i64>, next: i64) -> Option<i64> {
    samples.push(next);
    match samples.as_slice() {
        [.., before, last] => Some(last - before),
        _ => None,
    }
}

pub fn columns(line: &str) -> Option<[&str; 3]> {
    let parts: Vec<&str> = line.split(';').collect();
    parts.try_into().ok()
}

pub fn word_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(
        four.iter()
            .rev()
            .fold(0, |word, &byte| word << 8 | u32::from(byte)),
    )
}

pub fn two_mut<T>(items: &mut [T], one: usize, other: usize) -> Option<(&mut T, &mut T)> {
    if one.max(other) >= items.len() || one == other {
        return None;
    }
    let (left, right) = items.split_at_mut(one.max(other));
    let (low, high) = (&mut left[one.min(other)], &mut right[0]);
    Some(if one < other {
        (low, high)
    } else {
        (high, low)
    })
}
