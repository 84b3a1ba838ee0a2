//! The order of study. An exercise waits for all tier A exercises of the topics that its own topic
//! requires and of its own `after`, except those that themselves wait for its topic: `split_the_borrow`
//! (ownership) waits for data types, so nothing of data types waits for it. Ties go by file order.
//! It must not look at progress.

use std::cmp::Reverse;
use std::collections::btree_map::{BTreeMap, Entry};
use std::collections::{BinaryHeap, HashMap};

use super::{Exercise, ExerciseId, Tier, Topic};

/// More relations than any map has; a set beyond it was made by a machine to take our time.
const MOST_EDGES: usize = 4_000_000;

/// Why there is no order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoOrder {
    /// These topics, by place, each require the next, and the last one the first.
    Topics(Vec<usize>),
    /// These exercises, by place, each wait for the next, and the last one for the first.
    Exercises(Vec<usize>),
    /// There are too many relations to follow.
    TooMany,
}

/// The places of all exercises in the order of study. Ids of topics must have been checked; unknown ones
/// are passed over.
pub(super) fn order(topics: &[Topic], exercises: &[Exercise]) -> Result<Vec<ExerciseId>, NoOrder> {
    let map = Map::new(topics)?;
    let graph = Graph::new(&map, exercises)?;
    graph.sort(exercises.len())
}

/// The topics with everything that each of them builds on.
struct Map<'a> {
    places: HashMap<&'a str, usize>,
    requires: Vec<Vec<usize>>,
    /// For each topic one bit for each topic that it requires, directly or not.
    below: Vec<Vec<u64>>,
}

impl<'a> Map<'a> {
    fn new(topics: &'a [Topic]) -> Result<Self, NoOrder> {
        let places: HashMap<_, _> = topics.iter().enumerate().map(|(i, t)| (t.id.as_str(), i)).collect();
        let known = |ids: &[String]| ids.iter().filter_map(|id| places.get(id.as_str()).copied()).collect();
        let requires: Vec<Vec<usize>> = topics.iter().map(|topic| known(&topic.requires)).collect();
        let sorted = bottom_up(&requires)?;
        let mut below = vec![vec![0; topics.len().div_ceil(64)]; topics.len()];
        for topic in sorted {
            let mut bits = std::mem::take(&mut below[topic]);
            for &required in &requires[topic] {
                bits[required / 64] |= 1 << (required % 64);
                bits.iter_mut().zip(&below[required]).for_each(|(mine, theirs)| *mine |= theirs);
            }
            below[topic] = bits;
        }
        Ok(Self { places, requires, below })
    }

    /// Whether the first topic requires the second, directly or not.
    fn builds_on(&self, topic: usize, other: usize) -> bool {
        self.below[topic][other / 64] >> (other % 64) & 1 == 1
    }

    fn after(&self, exercise: &Exercise) -> impl Iterator<Item = usize> {
        exercise.after.iter().filter_map(|id| self.places.get(id.as_str()).copied())
    }

    /// Whether an exercise of another topic waits, by its `after`, for this topic, so that this topic
    /// cannot wait for it. Between topics of which neither builds on the other there is no such
    /// exception: two exercises that wait for each other there are a circle that the author must see.
    fn excepts(&self, topic: usize, exercise: &Exercise) -> bool {
        let related = self.builds_on(topic, exercise.topic) || self.builds_on(exercise.topic, topic);
        related && self.after(exercise).any(|other| other == topic || self.builds_on(other, topic))
    }
}

/// All topics, each after those it requires; or a circle.
fn bottom_up(requires: &[Vec<usize>]) -> Result<Vec<usize>, NoOrder> {
    let mut sorted = Vec::with_capacity(requires.len());
    let mut done = vec![false; requires.len()];
    let mut on_path = vec![false; requires.len()];
    for start in 0..requires.len() {
        // The path from `start`, each with the next of its prerequisites to look at.
        let mut path: Vec<(usize, usize)> = if done[start] { Vec::new() } else { vec![(start, 0)] };
        while let Some((topic, next)) = path.last_mut() {
            let topic = *topic;
            on_path[topic] = true;
            if let Some(&required) = requires[topic].get(*next) {
                *next += 1;
                if on_path[required] {
                    let circle = path.iter().map(|&(topic, _)| topic).skip_while(|&t| t != required);
                    return Err(NoOrder::Topics(circle.collect()));
                }
                if !done[required] {
                    path.push((required, 0));
                }
            } else {
                (done[topic], on_path[topic]) = (true, false);
                sorted.push(topic);
                path.pop();
            }
        }
    }
    Ok(sorted)
}

/// Who waits for whom. Beside the exercises there are gates, which stand for "all tier A exercises of
/// this topic" so that relations do not multiply: first a gate for each topic, for the exercises
/// without `after`, then one for each pair of topics where exceptions are possible.
struct Graph {
    waits_for: Vec<Vec<usize>>,
    edges: usize,
}

impl Graph {
    fn new(map: &Map<'_>, exercises: &[Exercise]) -> Result<Self, NoOrder> {
        let mut graph = Self { waits_for: vec![Vec::new(); exercises.len() + map.requires.len()], edges: 0 };
        let gate = |topic: usize| exercises.len() + topic;
        // For each topic its tier A exercises with an `after` of their own.
        let mut late: Vec<Vec<usize>> = vec![Vec::new(); map.requires.len()];
        for (place, exercise) in exercises.iter().enumerate().filter(|(_, e)| e.tier == Tier::A) {
            if exercise.after.is_empty() {
                graph.edge(gate(exercise.topic), place)?;
            } else {
                late[exercise.topic].push(place);
            }
        }
        let mut gates: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (place, exercise) in exercises.iter().enumerate() {
            let own = exercise.topic;
            let required = map.requires[own].iter().copied().chain(map.after(exercise));
            for topic in required.filter(|&topic| topic != own) {
                if late[topic].is_empty() {
                    graph.edge(place, gate(topic))?;
                    continue;
                }
                let between = match gates.entry((own, topic)) {
                    Entry::Occupied(known) => *known.get(),
                    Entry::Vacant(new) => {
                        *new.insert(graph.gate_between(own, gate(topic), &late[topic], map, exercises)?)
                    }
                };
                graph.edge(place, between)?;
            }
        }
        Ok(graph)
    }

    /// A gate that the exercises of topic `own` pass when those of another topic are done: its plain
    /// gate, and those of its `late` exercises that do not wait for `own` themselves.
    fn gate_between(
        &mut self,
        own: usize,
        plain: usize,
        late: &[usize],
        map: &Map<'_>,
        exercises: &[Exercise],
    ) -> Result<usize, NoOrder> {
        let new = self.waits_for.len();
        self.waits_for.push(Vec::new());
        self.edge(new, plain)?;
        for &place in late.iter().filter(|&&place| !map.excepts(own, &exercises[place])) {
            self.edge(new, place)?;
        }
        Ok(new)
    }

    fn edge(&mut self, from: usize, to: usize) -> Result<(), NoOrder> {
        self.edges += 1;
        self.waits_for[from].push(to);
        if self.edges > MOST_EDGES { Err(NoOrder::TooMany) } else { Ok(()) }
    }

    /// The exercises (the first `count` nodes), each after those it waits for, the earliest first.
    fn sort(&self, count: usize) -> Result<Vec<ExerciseId>, NoOrder> {
        let mut open: Vec<usize> = self.waits_for.iter().map(Vec::len).collect();
        let mut behind = vec![Vec::new(); self.waits_for.len()];
        for (node, others) in self.waits_for.iter().enumerate() {
            for &other in others {
                behind[other].push(node);
            }
        }
        // Gates cost nothing and go first, so that what they open competes by its place at once.
        let key = |node: usize| Reverse((node < count, node));
        let mut ready: BinaryHeap<_> = (0..open.len()).filter(|&node| open[node] == 0).map(key).collect();
        let mut order = Vec::with_capacity(count);
        while let Some(Reverse((is_exercise, node))) = ready.pop() {
            if is_exercise {
                order.push(ExerciseId(node));
            }
            for &next in &behind[node] {
                open[next] -= 1;
                if open[next] == 0 {
                    ready.push(key(next));
                }
            }
        }
        if order.len() == count { Ok(order) } else { Err(self.circle(&open, count)) }
    }

    /// A circle among the nodes that are still waiting: from any of them on, always to one it waits for.
    fn circle(&self, open: &[usize], count: usize) -> NoOrder {
        let mut seen = HashMap::new();
        let mut path = Vec::new();
        let mut node = open.iter().position(|&waiting| waiting > 0);
        while let Some(here) = node {
            if let Some(&start) = seen.get(&here) {
                return NoOrder::Exercises(path.drain(start..).filter(|&node| node < count).collect());
            }
            seen.insert(here, path.len());
            path.push(here);
            node = self.waits_for[here].iter().copied().find(|&other| open[other] > 0);
        }
        NoOrder::TooMany
    }
}
