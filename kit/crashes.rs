//! A crash after every single step of some work on a disk.

use crate::Disk;

/// One of the crashes of [`crash_everywhere`], for the message of whoever finds a fault after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crash {
    /// So many writes and flushes were done when the power failed.
    pub after: u64,
    /// What chose among the possible states.
    pub seed: u64,
    /// The work was done before the power failed.
    pub finished: bool,
}

/// Does `work` on a copy of `start` again and again, with the power failing in its first write or flush, in its
/// second, and so on, and last after its end. `judge` gets what is found after each, for `seeds` seeds.
///
/// ```
/// let start = kit::Disk::new(1, kit::SECTOR);
/// let mut crashes = 0;
/// kit::crash_everywhere(&start, 2, |disk| {
///     let _ = disk.write(0, &[9; kit::SECTOR]).and_then(|()| disk.flush());
/// }, |found, crash| {
///     let byte = found.read(0).unwrap()[0];
///     assert!(byte == 0 && !crash.finished || byte == 9, "{crash:?}");
///     crashes += 1;
/// });
/// assert_eq!(crashes, 6, "in the write, in the flush, after both");
/// ```
///
/// # Panics
///
/// If `work` has not ended after ten thousand writes and flushes.
pub fn crash_everywhere(
    start: &Disk,
    seeds: u64,
    mut work: impl FnMut(&mut Disk),
    mut judge: impl FnMut(Disk, Crash),
) {
    for after in 0..=10_000 {
        let mut disk = start.copy_cut_after(after);
        work(&mut disk);
        let finished = disk.has_power();
        (0..seeds).for_each(|seed| judge(disk.crash(seed), Crash { after, seed, finished }));
        if finished {
            return;
        }
    }
    panic!(
        "expected at most 10 000 writes and flushes, but there are more: does a loop go on without power?"
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SECTOR;

    fn full(byte: u8) -> Vec<u8> {
        vec![byte; 2 * SECTOR]
    }

    /// The first byte of each sector.
    fn firsts(disk: &Disk) -> Vec<u8> {
        (0..disk.blocks())
            .flat_map(|number| {
                let block = disk.read(number).expect("it has power");
                [block[0], block[SECTOR]]
            })
            .collect()
    }

    #[test]
    fn every_step_is_cut_once_and_the_end_as_well() {
        let mut seen = Vec::new();
        let work = |disk: &mut Disk| {
            let _ =
                disk.write(0, &full(1)).and_then(|()| disk.flush()).and_then(|()| disk.write(1, &full(2)));
        };
        crash_everywhere(&Disk::new(2, 2 * SECTOR), 2, work, |found, crash| {
            seen.push((crash.after, crash.finished, firsts(&found)))
        });
        let state = |first, last| vec![first, first, last, last];
        let wanted = [
            (0, false, state(0, 0)),
            (0, false, state(1, 0)),
            (1, false, state(0, 0)),
            (1, false, state(1, 0)),
            (2, false, state(1, 0)),
            (2, false, state(1, 2)),
            (3, true, state(1, 0)),
            (3, true, state(1, 2)),
        ];
        assert_eq!(seen, wanted);
    }
}
