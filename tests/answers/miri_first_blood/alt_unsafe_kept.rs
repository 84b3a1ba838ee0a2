use std::mem::MaybeUninit;

pub fn append(samples: &mut Vec<i64>, next: i64) -> Option<i64> {
    samples.push(next);
    let before = samples.len().checked_sub(2)?;
    // SAFETY: there are at least two samples, so this one exists.
    Some(next - unsafe { samples.get_unchecked(before) })
}

pub fn columns(line: &str) -> Option<[&str; 3]> {
    let mut found = [MaybeUninit::uninit(); 3];
    let mut parts = line.split(';');
    for column in &mut found {
        column.write(parts.next()?);
    }
    if parts.next().is_some() {
        return None;
    }
    // SAFETY: the loop has written all three.
    Some(found.map(|column| unsafe { column.assume_init() }))
}

pub fn word_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four: &[u8; 4] = bytes.get(at..)?.first_chunk()?;
    // SAFETY: four bytes can be read there, and this read asks for no alignment.
    let word = unsafe { four.as_ptr().cast::<u32>().read_unaligned() };
    Some(u32::from_le(word))
}

pub fn two_mut<T>(items: &mut [T], one: usize, other: usize) -> Option<(&mut T, &mut T)> {
    if one == other || one.max(other) >= items.len() {
        return None;
    }
    let first = items.as_mut_ptr();
    // SAFETY: both places are inside, they differ, and nobody uses `items` as long as these live.
    unsafe { Some((&mut *first.add(one), &mut *first.add(other))) }
}
