use std::collections::{BTreeSet, HashSet};
use std::fmt::Debug;

use intervals::{Interval, Intervals, Iter, Step};
use kit::{Rng, implements};

fn interval<T: Step>(first: T, last: T) -> Interval<T> {
    Interval::new(first, last).unwrap_or_else(|| panic!("{first:?} is not above {last:?}"))
}

fn set<T: Step>(parts: &[(T, T)]) -> Intervals<T> {
    let mut set = Intervals::new();
    for &(first, last) in parts {
        set.insert(interval(first, last));
    }
    set
}

fn ends<T: Step>(set: &Intervals<T>) -> Vec<(T, T)> {
    set.iter()
        .map(|interval| (interval.first(), interval.last()))
        .collect()
}

/// Any interval of bytes, those at both ends more often than others.
fn drawn(rng: &mut Rng) -> Interval<u8> {
    let end = |rng: &mut Rng| match rng.below(6) {
        0 => 0,
        1 => 255,
        2 => 1,
        _ => rng.u8(),
    };
    let (one, other) = (end(rng), end(rng));
    interval(
        one.min(other),
        if rng.flag() {
            one.max(other)
        } else {
            one.min(other)
        },
    )
}

/// A set in the one way in which it may be written.
#[track_caller]
fn assert_is(set: &Intervals<u8>, model: &BTreeSet<u8>, after: &dyn Debug) {
    let mut wanted: Vec<(u8, u8)> = Vec::new();
    for &value in model {
        match wanted.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(value) => *last = value,
            _ => wanted.push((value, value)),
        }
    }
    assert_eq!(
        ends(set),
        wanted,
        "in order, as few as possible; after {after:?}"
    );
    assert_eq!(
        (set.len(), set.is_empty()),
        (wanted.len(), wanted.is_empty())
    );
    for value in 0..=u8::MAX {
        assert_eq!(
            set.contains(value),
            model.contains(&value),
            "{value} in {wanted:?}"
        );
    }
}

#[test]
fn it_behaves_like_a_set_of_values() {
    let mut rng = Rng::salted("intervals_1_api: model");
    for _ in 0..30 {
        let (mut set, mut model) = (Intervals::new(), BTreeSet::new());
        for _ in 0..40 {
            let part = drawn(&mut rng);
            if rng.below(5) < 3 {
                set.insert(part);
                model.extend(part.first()..=part.last());
            } else {
                set.remove(part);
                model.retain(|value| !(part.first()..=part.last()).contains(value));
            }
            assert_is(&set, &model, &part);
        }
    }
}

#[test]
fn two_sets_are_put_together_and_taken_apart() {
    let mut rng = Rng::salted("intervals_1_api: two");
    for _ in 0..200 {
        let mut draw = || {
            let parts: Vec<Interval<u8>> = (0..rng.below(5)).map(|_| drawn(&mut rng)).collect();
            let model: BTreeSet<u8> = parts
                .iter()
                .flat_map(|part| part.first()..=part.last())
                .collect();
            (parts.into_iter().collect::<Intervals<u8>>(), model)
        };
        let ((one, ours), (other, theirs)) = (draw(), draw());
        assert_is(&one.union(&other), &(&ours | &theirs), &"union");
        assert_is(&one.difference(&other), &(&ours - &theirs), &"difference");
    }
}

#[test]
fn what_touches_is_joined() {
    assert_eq!(
        ends(&set(&[(4, 6), (1, 3)])),
        [(1, 6)],
        "nothing is missing between 3 and 4"
    );
    assert_eq!(
        ends(&set(&[(1, 3), (5, 6)])),
        [(1, 3), (5, 6)],
        "4 is missing"
    );
    assert_eq!(
        ends(&set(&[(1, 3), (5, 6), (4, 4)])),
        [(1, 6)],
        "the last piece"
    );
    assert_eq!(ends(&set(&[(-1, -1), (0, 0)])), [(-1, 0)]);
    let mut rng = Rng::salted("intervals_1_api: touching");
    let (cut, end) = (rng.within(1..1000_u32), rng.within(1001..2000_u32));
    assert_eq!(
        ends(&set(&[(cut, end), (0, cut - 1)])),
        [(0, end)],
        "nothing is missing before {cut}"
    );
}

#[test]
fn the_last_value_is_not_beside_the_first() {
    assert_eq!(ends(&set(&[(250_u8, 255), (0, 3)])), [(0, 3), (250, 255)]);
    assert_eq!(
        ends(&set(&[(i64::MAX, i64::MAX), (i64::MIN, i64::MIN)])).len(),
        2
    );
    let mut all = set(&[(0_u8, 255)]);
    all.remove(interval(0, 0));
    all.remove(interval(255, 255));
    assert_eq!(ends(&all), [(1, 254)]);
}

#[test]
fn characters_have_a_hole_in_their_numbers() {
    assert_eq!(
        ends(&set(&[('a', '\u{D7FF}'), ('\u{E000}', 'ﬀ')])),
        [('a', 'ﬀ')],
        "nothing lies between them"
    );
    assert_eq!(
        ends(&set(&[('\u{E000}', 'ﬀ'), ('a', '\u{D7FF}')])),
        [('a', 'ﬀ')],
        "nor in the other order"
    );
    assert_eq!(
        ('\u{D7FF}'.next(), '\u{E000}'.previous()),
        (Some('\u{E000}'), Some('\u{D7FF}')),
        "the neighbours of the hole are neighbours"
    );
    let mut all = set(&[('\0', char::MAX)]);
    all.remove(interval('\u{E000}', '\u{E000}'));
    assert_eq!(ends(&all), [('\0', '\u{D7FF}'), ('\u{E001}', char::MAX)]);
    all.remove(interval('\u{D7FF}', '\u{D7FF}'));
    assert_eq!(ends(&all)[0], ('\0', '\u{D7FE}'));
    assert_eq!((char::MAX.next(), '\0'.previous()), (None, None));
    assert_eq!(
        ('\u{10FFFE}'.next(), '\u{1}'.previous()),
        (Some(char::MAX), Some('\0'))
    );
}

#[test]
fn every_value_knows_its_neighbours() {
    fn ask<T: Step>(low: T, high: T, some: T, before: T, after: T) {
        assert_eq!(
            (low.previous(), high.next()),
            (None, None),
            "{low:?} is the first and {high:?} the last"
        );
        assert_eq!((some.previous(), some.next()), (Some(before), Some(after)));
        assert_eq!((before.next(), after.previous()), (Some(some), Some(some)));
    }
    let n = Rng::salted("intervals_1_api: neighbours").within(1..100_u8);
    let s = i8::try_from(n).expect("it is small");
    ask(0, u8::MAX, n, n - 1, n + 1);
    ask(0, u16::MAX, n.into(), (n - 1).into(), (n + 1).into());
    ask(0, u32::MAX, n.into(), (n - 1).into(), (n + 1).into());
    ask(0, u64::MAX, n.into(), (n - 1).into(), (n + 1).into());
    ask(0, usize::MAX, n.into(), (n - 1).into(), (n + 1).into());
    ask(i8::MIN, i8::MAX, s, s - 1, s + 1);
    ask(i16::MIN, i16::MAX, s.into(), (s - 1).into(), (s + 1).into());
    ask(i32::MIN, i32::MAX, 0, -1, 1);
    ask(i64::MIN, i64::MAX, s.into(), (s - 1).into(), (s + 1).into());
    ask(
        isize::MIN,
        isize::MAX,
        s.into(),
        (s - 1).into(),
        (s + 1).into(),
    );
    ask('\0', char::MAX, n.into(), (n - 1).into(), (n + 1).into());
}

#[test]
fn an_interval_is_not_upside_down() {
    assert_eq!(Interval::new(2, 1), None);
    let one = interval(1, 1);
    assert_eq!((one.first(), one.last()), (1, 1));
}

#[test]
fn equal_sets_are_equal_values() {
    let mut rng = Rng::salted("intervals_1_api: equal");
    let mut parts: Vec<Interval<u8>> = (0..12).map(|_| drawn(&mut rng)).collect();
    let one: Intervals<u8> = parts.iter().copied().collect();
    rng.shuffle(&mut parts);
    let mut other = Intervals::default();
    other.extend(parts);
    assert_eq!(one, other, "the same values, in another order");
    let all = HashSet::from([one.clone(), other]);
    assert_eq!(all.len(), 1, "equal values have equal hashes");
    assert!(format!("{one:?}").len() > 2);
}

#[test]
fn the_traits_that_callers_expect_are_there() {
    assert!(
        implements!(Intervals<u32>: Clone + Debug + Default + Eq + std::hash::Hash + Send + Sync),
        "a set is cloned, printed, made empty, compared and hashed like any other value"
    );
    assert!(
        implements!(Intervals<char>: FromIterator<Interval<char>> + Extend<Interval<char>>),
        "a set is collected from intervals and extended by intervals"
    );
    assert!(
        implements!(&'static Intervals<u8>: IntoIterator<Item = Interval<u8>>),
        "`for interval in &set` gives intervals by value"
    );
    assert!(
        implements!(Iter<'static, u8>: Iterator<Item = Interval<u8>> + Clone + Debug),
        "`Iter` gives intervals by value, and is cloned and printed"
    );
    assert!(
        implements!(Iter<'static, u8>: DoubleEndedIterator + ExactSizeIterator),
        "`Iter` goes both ways and knows how many are left"
    );
    assert!(
        implements!(Iter<'static, u8>: std::iter::FusedIterator),
        "`Iter` says nothing after its end, so let it say so: `FusedIterator`"
    );
}

#[test]
fn floats_have_no_neighbours() {
    assert!(implements!(char: Step) && !implements!(f64: Step) && !implements!(f32: Step));
    assert!(!implements!(String: Step), "nor have texts");
    assert!(
        !implements!(u128: Step) && !implements!(i128: Step),
        "the list ends with 64 bits"
    );
}

#[test]
fn one_can_walk_both_ways() {
    let set = set(&[(1_u16, 2), (4, 5), (7, 8), (10, 11)]);
    let mut walk = set.iter();
    assert_eq!(walk.len(), 4);
    assert_eq!(walk.next_back().map(|interval| interval.first()), Some(10));
    assert_eq!(walk.next().map(|interval| interval.first()), Some(1));
    assert_eq!(walk.len(), 2, "it knows how many are left");
    let again = walk.clone();
    assert_eq!(
        walk.map(|interval| interval.last()).collect::<Vec<_>>(),
        [5, 8]
    );
    assert_eq!(
        again
            .rev()
            .map(|interval| interval.last())
            .collect::<Vec<_>>(),
        [8, 5]
    );
    let mut seen = 0;
    for interval in &set {
        seen += interval.first();
    }
    assert_eq!(seen, 22);
}
