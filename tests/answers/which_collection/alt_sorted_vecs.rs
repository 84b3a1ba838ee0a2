// Sorted rows and places found by halving; a second window of maxima.

use kit::predict::*;
use std::hash::Hash;

const ITEM_01: Answer = Choice('d').sure(90);
const ITEM_02: Answer = Choice('c').sure(90);
const ITEM_03: Answer = Choice('a').sure(80);
const ITEM_04: Answer = Compiles("Some(9) 4 [1, 3, 5, 9]").sure(80);
const ITEM_05: Answer = Compiles("ab Some((30, \"c\"))").sure(80);
const ITEM_06: Answer = Compiles("[9, 2, 3, 1] Some(1) 1").sure(80);

/// What was measured when. Times come in any order, and each once.
struct Journal<T, V> {
    times: Vec<T>,
    values: Vec<V>,
}

impl<T: Ord + Hash + Clone, V: Clone> Journal<T, V> {
    fn new() -> Self {
        let (times, values) = (Vec::new(), Vec::new());
        Self { times, values }
    }

    fn note(&mut self, time: T, value: V) {
        let place = self.times.partition_point(|known| *known < time);
        self.times.insert(place, time);
        self.values.insert(place, value);
    }

    fn between(&self, first: &T, last: &T) -> Vec<V> {
        let start = self.times.partition_point(|time| time < first);
        let end = self.times.partition_point(|time| time <= last);
        self.values[start..end].to_vec()
    }
}

fn window_max<T: Ord>(values: &[T], width: usize) -> Vec<&T> {
    if width == 0 || values.len() < width {
        return Vec::new();
    }
    // Maxima from the left and from the right within blocks of `width`; a window touches two blocks.
    let mut left: Vec<&T> = Vec::new();
    let mut right: Vec<&T> = values.iter().collect();
    for (place, value) in values.iter().enumerate() {
        let best = if place % width == 0 {
            value
        } else {
            left[place - 1].max(value)
        };
        left.push(best);
    }
    for place in (0..values.len() - 1).rev() {
        if (place + 1) % width != 0 {
            right[place] = right[place].max(right[place + 1]);
        }
    }
    (0..=values.len() - width)
        .map(|start| right[start].max(left[start + width - 1]))
        .collect()
}

fn largest(count: usize, stream: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut best: Vec<u64> = Vec::with_capacity(count + 1);
    for value in stream {
        let place = best.partition_point(|&other| other >= value);
        if place < count {
            best.truncate(count - 1);
            best.insert(place, value);
        }
    }
    best
}
