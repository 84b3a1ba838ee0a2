//! A disk that loses its power on demand. What was written and not flushed may be there, or not, or by halves.
//!
//! `#[inline]` here lets those compile it who use it, in a test or two, and not everybody who builds the crate.

use crate::Rng;

/// Bytes that a disk writes as one: of a sector the old or the new content survives, never a mixture.
pub const SECTOR: usize = 512;

/// The power is gone: nothing more reaches this disk, and nothing can be read from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPower;

impl std::fmt::Display for NoPower {
    #[inline]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the disk has no power")
    }
}

impl std::error::Error for NoPower {}

/// A disk of blocks that are a whole number of sectors long, all zero at first.
///
/// ```
/// let mut disk = kit::Disk::new(4, kit::SECTOR);
/// disk.write(0, &[1; kit::SECTOR])?;
/// disk.flush()?;
/// disk.write(1, &[2; kit::SECTOR])?;
/// let found = disk.crash(7);
/// assert_eq!(found.read(0)?[0], 1, "what was flushed is there");
/// assert!(matches!(found.read(1)?[0], 0 | 2), "what was not may be");
/// # Ok::<(), kit::NoPower>(())
/// ```
#[derive(Clone, Debug)]
pub struct Disk {
    block: usize,
    durable: Vec<u8>,
    /// The writes since the last flush, in their order: block and content.
    pending: Vec<(usize, Vec<u8>)>,
    steps: u64,
    power_for: Option<u64>,
    dead: bool,
}

impl Disk {
    /// A disk with so many blocks of so many bytes.
    ///
    /// # Panics
    ///
    /// If a block is not a whole number of [`SECTOR`]s.
    #[must_use]
    #[inline]
    pub fn new(blocks: usize, block: usize) -> Self {
        assert!(
            block > 0 && block % SECTOR == 0,
            "expected blocks of a whole number of sectors ({SECTOR} bytes), but they have {block} bytes"
        );
        Self {
            block,
            durable: vec![0; blocks * block],
            pending: Vec::new(),
            steps: 0,
            power_for: None,
            dead: false,
        }
    }

    /// How many blocks there are.
    #[must_use]
    #[inline]
    pub fn blocks(&self) -> usize {
        self.durable.len() / self.block
    }

    /// How many bytes a block has.
    #[must_use]
    #[inline]
    pub fn block_size(&self) -> usize {
        self.block
    }

    /// How many writes and flushes were done.
    #[must_use]
    #[inline]
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// The same disk, whose steps are counted from 0 and whose power fails in the step after so many.
    #[inline]
    pub(crate) fn copy_cut_after(&self, steps: u64) -> Self {
        let mut copy = Self { steps: 0, ..self.clone() };
        copy.cut_after(steps);
        copy
    }

    /// Lets the power fail after so many further writes and flushes: in the middle of the next one.
    #[inline]
    pub fn cut_after(&mut self, steps: u64) {
        self.power_for = Some(steps);
    }

    /// Whether no call has failed yet for want of power.
    #[must_use]
    #[inline]
    pub fn has_power(&self) -> bool {
        !self.dead
    }

    /// What a block holds, as far as the running system can tell.
    ///
    /// # Errors
    ///
    /// Without power.
    ///
    /// # Panics
    ///
    /// If there is no such block.
    #[inline]
    pub fn read(&self, number: usize) -> Result<Vec<u8>, NoPower> {
        self.assert_on_disk(number);
        if self.dead {
            return Err(NoPower);
        }
        let mut bytes = self.durable[number * self.block..][..self.block].to_vec();
        if let Some((_, newest)) = self.pending.iter().rfind(|(written, _)| *written == number) {
            bytes.copy_from_slice(newest);
        }
        Ok(bytes)
    }

    /// Writes a block. It survives for certain only after the next [`flush`](Self::flush).
    ///
    /// # Errors
    ///
    /// Without power.
    ///
    /// # Panics
    ///
    /// If there is no such block, or if `bytes` are not a block long.
    #[inline]
    pub fn write(&mut self, number: usize, bytes: &[u8]) -> Result<(), NoPower> {
        self.assert_on_disk(number);
        let (block, got) = (self.block, bytes.len());
        assert!(got == block, "expected a whole block of {block} bytes to be written, but {got} came");
        if self.dead {
            return Err(NoPower);
        }
        // Also the write in which the power fails may have arrived, whole or in parts.
        self.pending.push((number, bytes.to_vec()));
        self.step()
    }

    /// Waits until all that was written is safe.
    ///
    /// # Errors
    ///
    /// Without power.
    #[inline]
    pub fn flush(&mut self) -> Result<(), NoPower> {
        self.step()?;
        for (number, bytes) in self.pending.drain(..) {
            self.durable[number * self.block..][..self.block].copy_from_slice(&bytes);
        }
        Ok(())
    }

    /// What is found after a crash now: one of the possible states, chosen by `seed`.
    ///
    /// A write since the last flush may have arrived or not, whatever was written after it, and of a block
    /// with several sectors some may be new and some old. Two writes to the same place keep their order.
    /// Seed 0 is the crash that loses all of it, seed 1 the one that loses nothing.
    #[must_use]
    #[inline]
    pub fn crash(&self, seed: u64) -> Self {
        let whole = Self { pending: Vec::new(), steps: 0, power_for: None, dead: false, ..self.clone() };
        let (mut found, mut rng) = (whole, Rng::seeded(seed));
        // By pure chance the telling states would be rare: one write alone, one missing, a cut in one.
        let kind = rng.below(4);
        let special = rng.below(self.pending.len().max(1));
        for (place, (number, bytes)) in self.pending.iter().enumerate() {
            let fate = match (seed, kind) {
                (0, _) => Fate::Lost,
                (1, _) => Fate::Whole,
                (_, 0) if place == special => Fate::Whole,
                (_, 0) => Fate::Lost,
                (_, 1) if place == special => Fate::Lost,
                (_, 1) => Fate::Whole,
                (_, 2) if place == special => Fate::Torn,
                (_, 2) if place < special => Fate::Whole,
                (_, 2) => Fate::Lost,
                _ => *rng.pick(&[Fate::Lost, Fate::Whole, Fate::Torn]),
            };
            let target = found.durable[number * self.block..][..self.block].chunks_mut(SECTOR);
            for (old, new) in target.zip(bytes.chunks(SECTOR)) {
                if fate == Fate::Whole || (fate == Fate::Torn && rng.flag()) {
                    old.copy_from_slice(new);
                }
            }
        }
        found
    }

    #[inline]
    fn assert_on_disk(&self, number: usize) {
        let blocks = self.blocks();
        assert!(number < blocks, "expected a block below {blocks}, but block {number} was asked for");
    }

    #[inline]
    fn step(&mut self) -> Result<(), NoPower> {
        self.dead |= self.power_for == Some(0);
        if self.dead {
            return Err(NoPower);
        }
        self.power_for = self.power_for.map(|steps| steps - 1);
        self.steps += 1;
        Ok(())
    }
}

/// What becomes of a write that was not flushed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Lost,
    Whole,
    Torn,
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn the_running_system_reads_what_it_wrote() {
        let mut disk = Disk::new(3, 2 * SECTOR);
        disk.write(1, &full(5)).expect("power");
        disk.write(1, &full(6)).expect("power");
        assert_eq!((firsts(&disk), disk.steps()), (vec![0, 0, 6, 6, 0, 0], 2));
        assert_eq!((firsts(&disk.crash(0)), firsts(&disk.crash(1))), (vec![0; 6], firsts(&disk)));
        disk.flush().expect("power");
        assert_eq!(firsts(&disk.crash(0)), firsts(&disk));
    }

    #[test]
    fn a_crash_loses_reorders_and_tears() {
        let mut disk = Disk::new(2, 2 * SECTOR);
        disk.write(0, &full(1)).expect("power");
        disk.write(0, &full(2)).expect("power");
        disk.write(1, &full(3)).expect("power");
        let states: Vec<Vec<u8>> = (0..200).map(|seed| firsts(&disk.crash(seed))).collect();
        let any = |fits: &dyn Fn(&[u8]) -> bool| states.iter().any(|state| fits(state));
        assert!(any(&|state| state[..2] == [0, 0] && state[2..] == [3, 3]), "the last alone");
        assert!(any(&|state| state[..2] == [1, 2] || state[..2] == [2, 1]), "a torn block");
        assert!(any(&|state| state[..2] == [1, 1]), "the write in between");
        assert_eq!(states, (0..200).map(|seed| firsts(&disk.crash(seed))).collect::<Vec<_>>(), "by seed");
    }

    #[test]
    fn of_many_writes_one_comes_alone_and_one_is_missing() {
        let mut disk = Disk::new(20, 2 * SECTOR);
        (0..20).for_each(|number| disk.write(number, &full(1)).expect("power"));
        let states: Vec<Vec<u8>> = (2..100).map(|seed| firsts(&disk.crash(seed))).collect();
        let any = |count: usize, fits: &dyn Fn(&[u8]) -> bool| {
            states.iter().any(|state| state.iter().filter(|&&byte| byte == 1).count() == count && fits(state))
        };
        assert!(any(2, &|state| state[0] == 0 && state[1] == 0), "one alone, and not the first");
        assert!(any(38, &|state| state[38..] == [1, 1]), "one missing, and not the last");
    }

    #[test]
    fn without_power_nothing_more_arrives() {
        let mut disk = Disk::new(2, 2 * SECTOR);
        disk.cut_after(1);
        disk.write(0, &full(1)).expect("power");
        assert!(disk.has_power());
        assert_eq!(disk.write(1, &full(2)), Err(NoPower));
        let cut = firsts(&disk.crash(1));
        assert_eq!(cut, [1, 1, 2, 2], "the write that was cut may have arrived");
        assert_eq!((disk.write(0, &full(9)), disk.flush()), (Err(NoPower), Err(NoPower)));
        assert_eq!((disk.read(0), disk.steps()), (Err(NoPower), 1));
        assert_eq!(firsts(&disk.crash(1)), cut);
        assert!(disk.crash(1).has_power());
    }

    #[test]
    fn a_flush_that_is_cut_promises_nothing() {
        let mut disk = Disk::new(1, 2 * SECTOR);
        disk.cut_after(1);
        disk.write(0, &full(1)).expect("power");
        assert_eq!(disk.flush(), Err(NoPower));
        assert_eq!(firsts(&disk.crash(0)), [0, 0]);
    }

    #[test]
    #[should_panic(expected = "expected a whole block of 1024 bytes to be written, but 512 came")]
    fn half_a_block_is_refused() {
        let _ = Disk::new(1, 2 * SECTOR).write(0, &[0; SECTOR]);
    }

    #[test]
    #[should_panic(expected = "expected a block below 2, but block 2 was asked for")]
    fn a_block_beyond_the_end_is_refused() {
        let _ = Disk::new(2, SECTOR).read(2);
    }
}
