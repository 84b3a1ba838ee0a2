// Sums side by side
//
// `sums` cuts a list into parts and has each part worked on by a thread of its own, all of them at the same time. It
// is refused: the threads might outlive the list.
//
// Make it run without a copy of the numbers and without leaking them. The results come out in the order of the parts,
// whichever thread is done first. If `work` panics in some threads, the others still finish, and the answer is the
// number of the first part whose work panicked. The signature stays.
//
// Read: Rust Atomics and Locks, chapter 1, Scoped Threads
// https://marabos.nl/atomics/basics.html

/// The work on this part panicked; the first part is 0.
#[derive(Debug, PartialEq, Eq)]
pub struct Panicked {
    pub part: usize,
}

/// What `work` makes of each part of `numbers`. There are `parts` of them, or fewer if there are not
/// enough numbers; all but the last are of the same length. Panics if `parts` is 0.
pub fn sums<W>(numbers: &[u64], parts: usize, work: W) -> Result<Vec<u64>, Panicked>
where
    W: Fn(&[u64]) -> u64 + Sync,
{
    let length = numbers.len().div_ceil(parts).max(1);
    let mut sums = Vec::new();
    for part in numbers.chunks(length) {
        // TODO: Start threads that cannot outlive the list, all of them before the first is waited for.
        let worker = std::thread::spawn(|| work(part));
        // TODO: Turn a panic in a thread into the error.
        sums.push(worker.join().unwrap());
    }
    Ok(sums)
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Condvar, Mutex};
    use std::time::Duration;

    /// Where threads wait for each other, though not for ever.
    struct Meeting {
        expected: usize,
        there: Mutex<usize>,
        came: Condvar,
    }

    impl Meeting {
        fn of(expected: usize) -> Self {
            let (there, came) = (Mutex::new(0), Condvar::new());
            Meeting {
                expected,
                there,
                came,
            }
        }

        /// Whether all of them were there at the same time. After one has waited in vain, nobody waits any more.
        fn join(&self) -> bool {
            let mut there = self.there.lock().unwrap();
            *there += 1;
            self.came.notify_all();
            let missing = |there: &mut usize| *there < self.expected;
            let patience = Duration::from_secs(3);
            let (mut there, waited) = self
                .came
                .wait_timeout_while(there, patience, missing)
                .unwrap();
            *there = self.expected;
            !waited.timed_out()
        }
    }

    fn numbers(what: &str, count: usize) -> Vec<u64> {
        let mut rng = ::kit::Rng::salted(&format!("scoped_sums: {what}"));
        (0..count).map(|_| rng.within(0..1000_u64)).collect()
    }

    #[test]
    fn the_sums_come_out_in_the_order_of_the_parts() {
        let numbers = numbers("order", 10);
        let total = |part: &[u64]| part.iter().sum::<u64>();
        let wanted = [
            total(&numbers[..4]),
            total(&numbers[4..8]),
            total(&numbers[8..]),
        ];
        assert_eq!(
            sums(&numbers, 3, total),
            Ok(wanted.to_vec()),
            "ten numbers in parts of 4, 4 and 2"
        );
        assert_eq!(sums(&numbers, 1, total), Ok(vec![total(&numbers)]));
        assert_eq!(
            sums(&numbers, 40, total),
            Ok(numbers.clone()),
            "a part for each number"
        );
        assert_eq!(sums(&[], 3, total), Ok(vec![]), "no numbers, no part");
    }

    #[test]
    fn a_slow_first_part_stays_the_first() {
        let numbers = [1, 2, 3, 4];
        let last_is_done = Meeting::of(2);
        let slow = |part: &[u64]| {
            if part[0] == 1 || part[0] == 4 {
                last_is_done.join();
            }
            if part[0] == 1 {
                std::thread::sleep(Duration::from_millis(20));
            }
            part[0]
        };
        assert_eq!(
            sums(&numbers, 4, slow),
            Ok(vec![1, 2, 3, 4]),
            "not the order in which they finish"
        );
    }

    #[test]
    fn all_threads_are_there_at_the_same_time() {
        let numbers = numbers("all at once", 12);
        let meeting = Meeting::of(4);
        let met = sums(&numbers, 4, |_| u64::from(meeting.join()));
        assert_eq!(
            met,
            Ok(vec![1; 4]),
            "each of four threads waits until the other three have come (1), and gave up where they did not (0): is \
             one waited for before the next is started?"
        );
    }

    #[test]
    fn the_numbers_are_looked_at_where_they_are() {
        let numbers = numbers("no copy", 9);
        let own = std::thread::current().id();
        let seen = sums(&numbers, 3, |part| {
            assert_ne!(
                std::thread::current().id(),
                own,
                "this is the caller's own thread"
            );
            u64::from(numbers.as_ptr_range().contains(&part.as_ptr()))
        });
        assert_eq!(seen, Ok(vec![1; 3]), "the threads were shown a copy");
    }

    #[test]
    fn the_first_part_that_panicked_is_named() {
        for bad in [vec![0], vec![3], vec![1, 2], vec![0, 1, 2, 3], vec![2, 3]] {
            let finished = AtomicUsize::new(0);
            let result = sums(&[0, 1, 2, 3], 4, |part| {
                assert!(
                    !bad.contains(&(part[0] as usize)),
                    "this panic is on purpose"
                );
                finished.fetch_add(1, Ordering::Relaxed);
                part[0]
            });
            assert_eq!(
                result,
                Err(Panicked { part: bad[0] }),
                "{bad:?} of four parts panic"
            );
            assert_eq!(
                finished.load(Ordering::Relaxed),
                4 - bad.len(),
                "the others finish their work"
            );
        }
    }
}
