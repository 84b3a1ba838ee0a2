// The heap has the largest on top, so it comes out first.

use kit::predict::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, VecDeque};
use std::hash::Hash;

const ITEM_01: Answer = Choice('d').sure(90);
const ITEM_02: Answer = Choice('c').sure(90);
const ITEM_03: Answer = Choice('a').sure(80);
const ITEM_04: Answer = Compiles("Some(9) 4 [9, 5, 3, 1]").sure(80);
const ITEM_05: Answer = Compiles("ab Some((30, \"c\"))").sure(80);
const ITEM_06: Answer = Compiles("[9, 2, 3, 1] Some(1) 1").sure(80);

/// What was measured when. Times come in any order, and each once.
struct Journal<T, V> {
    entries: BTreeMap<T, V>,
}

impl<T: Ord + Hash + Clone, V: Clone> Journal<T, V> {
    fn new() -> Self {
        Self {
            entries: BTreeMap::new(),
        }
    }

    fn note(&mut self, time: T, value: V) {
        self.entries.insert(time, value);
    }

    fn between(&self, first: &T, last: &T) -> Vec<V> {
        let found = self.entries.range(first..=last);
        found.map(|(_, value)| value.clone()).collect()
    }
}

fn window_max<T: Ord>(values: &[T], width: usize) -> Vec<&T> {
    let mut maxima = Vec::new();
    // Places of values that may still become the largest; the values fall from front to back.
    let mut hopefuls: VecDeque<usize> = VecDeque::new();
    for (place, value) in values.iter().enumerate() {
        while let Some(&last) = hopefuls.back()
            && values[last] <= *value
        {
            hopefuls.pop_back();
        }
        hopefuls.push_back(place);
        let seen = place + 1;
        if width == 0 || seen < width {
            continue;
        }
        if hopefuls[0] + width < seen {
            hopefuls.pop_front();
        }
        maxima.push(&values[hopefuls[0]]);
    }
    maxima
}

fn largest(count: usize, stream: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut best = BinaryHeap::with_capacity(count + 1);
    for value in stream {
        best.push(Reverse(value));
        if best.len() > count {
            best.pop();
        }
    }
    let best = best.into_sorted_vec();
    best.into_iter().map(|Reverse(value)| value).collect()
}
