use std::mem::MaybeUninit;

pub fn append(samples: &mut Vec<i64>, next: i64) -> Option<i64> {
    let before = samples.last().copied();
    samples.push(next);
    before.map(|before| next - before)
}

pub fn columns(line: &str) -> Option<[&str; 3]> {
    let empty = MaybeUninit::zeroed();
    let mut found: [&str; 3] = unsafe { empty.assume_init() };
    let mut parts = line.split(';');
    for column in &mut found {
        *column = parts.next()?;
    }
    parts.next().is_none().then_some(found)
}

pub fn word_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four: &[u8; 4] = bytes.get(at..)?.first_chunk()?;
    Some(u32::from_le_bytes(*four))
}

pub fn two_mut<T>(items: &mut [T], one: usize, other: usize) -> Option<(&mut T, &mut T)> {
    let [one, other] = items.get_disjoint_mut([one, other]).ok()?;
    Some((one, other))
}
