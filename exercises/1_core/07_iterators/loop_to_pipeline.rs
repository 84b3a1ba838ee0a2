// Loop to pipeline
//
// A pump house keeps a log, hour by hour. The six functions below answer correctly, but five of them store
// their whole answer before anybody asks for the first piece of it, and `fill` stores all it is given.
//
// Rewrite them as chains of iterators and keep every signature. The first three and the last may
// not allocate at all. `totals` draws one pour for each total it is asked for, and `fill` leaves
// alone whatever comes after the pour that is too much. The checks count allocations and draws.
//
// Read: The Rust Programming Language, chapter 13.2, Processing a Series of Items with Iterators
// https://doc.rust-lang.org/book/ch13-02-iterators.html

// TODO: Turn the index loops of these three into chains that store nothing.

/// By how much each measured level missed its forecast, as far as both lists go.
fn misses(forecast: &[i32], measured: &[i32]) -> impl Iterator<Item = i32> {
    let mut list = Vec::new();
    for hour in 0..forecast.len().min(measured.len()) {
        list.push(measured[hour] - forecast[hour]);
    }
    list.into_iter()
}

/// How the level changed from each hour to the next.
fn changes(levels: &[i32]) -> impl Iterator<Item = i32> {
    let mut list = Vec::new();
    for hour in 1..levels.len() {
        list.push(levels[hour] - levels[hour - 1]);
    }
    list.into_iter()
}

/// Each level beside the number of hours it held without a break.
fn spells(levels: &[i32]) -> impl Iterator<Item = (i32, usize)> {
    let mut list = Vec::new();
    let mut begin = 0;
    for hour in 0..levels.len() {
        if hour + 1 == levels.len() || levels[hour + 1] != levels[hour] {
            list.push((levels[hour], hour + 1 - begin));
            begin = hour + 1;
        }
    }
    list.into_iter()
}

// TODO: Give each total as soon as its pour is there.

/// What is in the tank after each pour.
fn totals(pours: impl Iterator<Item = i32>) -> impl Iterator<Item = i32> {
    let mut list: Vec<i32> = pours.collect();
    for at in 1..list.len() {
        list[at] += list[at - 1];
    }
    list.into_iter()
}

// TODO: Stop at the pour that does not fit; the caller goes on from there.

/// What is in the tank after the last pour, or `None` if some pour went over the capacity.
fn fill(pours: &mut impl Iterator<Item = i32>, capacity: i32) -> Option<i32> {
    let list: Vec<i32> = pours.collect();
    let mut level = 0;
    for at in 0..list.len() {
        level += list[at];
        if level > capacity {
            return None;
        }
    }
    Some(level)
}

// TODO: Name the hours of all shifts without a list of them.

/// Every hour of every shift; a shift names its first hour and the hour after its last.
fn staffed(shifts: &[(u32, u32)]) -> impl Iterator<Item = u32> {
    let mut list = Vec::new();
    for at in 0..shifts.len() {
        for hour in shifts[at].0..shifts[at].1 {
            list.push(hour);
        }
    }
    list.into_iter()
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[global_allocator]
    static HEAP: ::kit::Heap = ::kit::Heap;

    /// Levels that often stay the same for a while.
    fn levels(rng: &mut ::kit::Rng, hours: usize) -> Vec<i32> {
        let mut level = 0;
        let next = |_| {
            if rng.below(2) == 0 {
                level += i32::try_from(rng.between(-9, 9)).unwrap();
            }
            level
        };
        (0..hours).map(next).collect()
    }

    #[test]
    fn misses_end_with_the_shorter_list() {
        assert_eq!(
            misses(&[5, 7, 9], &[6, 4, 9]).collect::<Vec<_>>(),
            [1, -3, 0],
            "measured less forecast"
        );
        assert_eq!(
            misses(&[5, 7, 9], &[6]).collect::<Vec<_>>(),
            [1],
            "two hours were not measured"
        );
        assert_eq!(
            misses(&[5], &[6, 4]).collect::<Vec<_>>(),
            [1],
            "one hour was not forecast"
        );
        assert_eq!(
            misses(&[], &[6]).count(),
            0,
            "no forecast, so nothing was missed"
        );
    }

    #[test]
    fn changes_are_one_fewer_than_levels() {
        assert_eq!(
            changes(&[3, 8, 8, 1]).collect::<Vec<_>>(),
            [5, 0, -7],
            "each hour less the hour before"
        );
        assert_eq!(
            changes(&[3]).count(),
            0,
            "one level has nothing to change from"
        );
        assert_eq!(changes(&[]).count(), 0, "no level, no change");
    }

    #[test]
    fn spells_end_where_the_level_changes() {
        let log = [4, 4, 4, 2, 4, 4];
        assert_eq!(
            spells(&log).collect::<Vec<_>>(),
            [(4, 3), (2, 1), (4, 2)],
            "4 comes back as a new spell"
        );
        assert_eq!(spells(&[]).count(), 0, "no level, no spell");
    }

    #[test]
    fn spells_and_changes_fit_any_log() {
        let mut rng = ::kit::Rng::salted("spells_and_changes_fit_any_log");
        for hours in [1, 2, 3, 10, 100] {
            let log = levels(&mut rng, hours);
            let unrolled: Vec<i32> = spells(&log)
                .flat_map(|(level, hours)| vec![level; hours])
                .collect();
            assert_eq!(
                unrolled, log,
                "the spells, each repeated for its hours, give the log again"
            );
            let runs: Vec<_> = spells(&log).collect();
            assert!(
                runs.windows(2).all(|two| two[0].0 != two[1].0),
                "neighbouring spells differ: {runs:?}"
            );
            let sum: i32 = changes(&log).sum();
            assert_eq!(
                sum,
                log[hours - 1] - log[0],
                "all changes together lead from first to last: {log:?}"
            );
            let same: Vec<i32> = misses(&log, &vec![1; hours]).map(|miss| 1 - miss).collect();
            assert_eq!(same, log, "1 less each miss gives back the forecast");
        }
    }

    #[test]
    fn totals_add_up() {
        assert_eq!(
            totals([4, 0, -1, 6].into_iter()).collect::<Vec<_>>(),
            [4, 4, 3, 9],
            "one total for each pour"
        );
        assert_eq!(totals(std::iter::empty()).count(), 0, "no pour, no total");
        let mut rng = ::kit::Rng::salted("totals_add_up");
        let log = levels(&mut rng, 50);
        let back: Vec<i32> = totals(std::iter::once(log[0]).chain(changes(&log))).collect();
        assert_eq!(
            back, log,
            "the first level and all changes give the levels again"
        );
    }

    #[test]
    fn totals_come_one_by_one() {
        let drawn = ::kit::Calls::new();
        let meter = drawn.clone();
        let mut pours = totals((1..=1000).inspect(move |_| meter.note()));
        assert_eq!(
            drawn.count(),
            0,
            "nobody has asked for a total yet, so no pour is drawn"
        );
        assert_eq!(
            (pours.next(), pours.next(), pours.next()),
            (Some(1), Some(3), Some(6))
        );
        assert_eq!(
            drawn.count(),
            3,
            "three totals need three pours, not the whole list"
        );
    }

    #[test]
    fn fill_knows_when_the_tank_runs_over() {
        assert_eq!(fill(&mut [3, 4].into_iter(), 10), Some(7), "both pours fit");
        assert_eq!(
            fill(&mut [3, 7].into_iter(), 10),
            Some(10),
            "a full tank has not run over"
        );
        assert_eq!(
            fill(&mut [3, 8].into_iter(), 10),
            None,
            "11 is too much for 10"
        );
        assert_eq!(
            fill(&mut [3, 8, -5].into_iter(), 10),
            None,
            "what runs over does not come back"
        );
        assert_eq!(fill(&mut std::iter::empty(), 10), Some(0), "an empty tank");
        let mut rng = ::kit::Rng::salted("fill_knows_when_the_tank_runs_over");
        for _ in 0..50 {
            let pours: Vec<i32> = (0..8)
                .map(|_| i32::try_from(rng.between(0, 9)).unwrap())
                .collect();
            let sum: i32 = pours.iter().sum();
            assert_eq!(
                fill(&mut pours.iter().copied(), sum),
                Some(sum),
                "{pours:?} fill exactly {sum}"
            );
            if sum > 0 {
                assert_eq!(
                    fill(&mut pours.iter().copied(), sum - 1),
                    None,
                    "{pours:?} into {}",
                    sum - 1
                );
            }
        }
    }

    #[test]
    fn fill_leaves_the_rest_to_the_caller() {
        let mut pours = [6, 5, 1, 2].into_iter();
        assert_eq!(fill(&mut pours, 10), None, "6 and 5 are too much for 10");
        assert_eq!(
            pours.collect::<Vec<_>>(),
            [1, 2],
            "the pours after the one that was too much are untouched"
        );
    }

    #[test]
    fn every_hour_of_every_shift_is_named() {
        assert_eq!(
            staffed(&[(6, 9), (8, 10)]).collect::<Vec<_>>(),
            [6, 7, 8, 8, 9],
            "shifts may overlap"
        );
        assert_eq!(
            staffed(&[(6, 6), (9, 7)]).count(),
            0,
            "a shift that ends before it begins has no hour"
        );
        let mut rng = ::kit::Rng::salted("every_hour_of_every_shift_is_named");
        let lengths: Vec<u32> = (0..9)
            .map(|_| u32::try_from(rng.below(5)).unwrap())
            .collect();
        let shifts: Vec<(u32, u32)> = lengths.iter().map(|long| (10, 10 + long)).collect();
        let last = lengths
            .iter()
            .filter(|&&long| long > 0)
            .map(|long| 9 + long)
            .max();
        assert_eq!(
            staffed(&shifts).count(),
            lengths.iter().sum::<u32>() as usize,
            "hours of {shifts:?}"
        );
        assert_eq!(staffed(&shifts).max(), last, "the last hour of {shifts:?}");
    }

    #[test]
    fn nothing_is_stored_on_the_way() {
        let log = [4, 4, 4, 2, 4, 4, 9, 9];
        let (_, seen) = ::kit::allocations(|| misses(&log, &log).map(i64::from).sum::<i64>());
        assert_eq!(seen.count, 0, "`misses` asked for memory");
        let (_, seen) = ::kit::allocations(|| changes(&log).map(i64::from).sum::<i64>());
        assert_eq!(seen.count, 0, "`changes` asked for memory");
        let (_, seen) = ::kit::allocations(|| spells(&log).count());
        assert_eq!(seen.count, 0, "`spells` asked for memory");
        let (_, seen) = ::kit::allocations(|| staffed(&[(1, 4), (7, 9)]).count());
        assert_eq!(seen.count, 0, "`staffed` asked for memory");
    }
}
