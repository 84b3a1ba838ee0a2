// Why so: all four promises can be avoided, and what needs no promise cannot break one. A sample is
// copied before `push` may move the whole list. Three empty texts are values like any other, and
// cost nothing. Four bytes are turned into a number as bytes, which may lie anywhere; a `&u32` may
// only exist where its address is a multiple of its alignment. And two exclusive references to the
// same items exclude each other, even if each is used for one item only: the library splits the
// borrow before it lends.

/// Adds a sample, and tells by how much it exceeds the one before it, if there is one.
pub fn append(samples: &mut Vec<i64>, next: i64) -> Option<i64> {
    let before = samples.last().copied();
    samples.push(next);
    before.map(|before| next - before)
}

/// The three columns of a line such as `pump;7;ok`. None if there are fewer or more.
pub fn columns(line: &str) -> Option<[&str; 3]> {
    let mut found = [""; 3];
    let mut parts = line.split(';');
    for column in &mut found {
        *column = parts.next()?;
    }
    parts.next().is_none().then_some(found)
}

/// The number in the four bytes that begin at `at`, least significant byte first.
pub fn word_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four: &[u8; 4] = bytes.get(at..)?.first_chunk()?;
    Some(u32::from_le_bytes(*four))
}

/// Two different items, both to be changed. None if there are no two such places.
pub fn two_mut<T>(items: &mut [T], one: usize, other: usize) -> Option<(&mut T, &mut T)> {
    let [one, other] = items.get_disjoint_mut([one, other]).ok()?;
    Some((one, other))
}
