//! Jobs are sorted by how urgent they are, and a helper thread does them.

use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::mpsc;
use std::thread;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    Later,
    Soon,
    Now,
}

#[derive(Debug, Clone)]
struct Label {
    text: Rc<str>,
}

#[derive(Debug, Clone)]
struct Job {
    label: Label,
    urgency: Urgency,
    steps: Vec<u32>,
}

impl Job {
    fn new(text: &str, urgency: Urgency, steps: &[u32]) -> Self {
        let label = Label { text: text.into() };
        Self {
            label,
            urgency,
            steps: steps.to_vec(),
        }
    }

    fn effort(&self) -> u32 {
        self.steps.iter().sum()
    }
}

#[derive(Default)]
struct Queue {
    jobs: VecDeque<Job>,
}

impl Queue {
    fn add(&mut self, job: Job) {
        let place = self.jobs.iter().position(|old| old.urgency < job.urgency);
        self.jobs.insert(place.unwrap_or(self.jobs.len()), job);
    }

    fn next(&mut self) -> Option<Job> {
        self.jobs.pop_front()
    }
}

fn describe(job: &Job) -> String {
    format!("{} ({} steps)", job.label.text, job.steps.len())
}

fn main() {
    let mut queue = Queue::default();
    queue.add(Job::new("water the plants", Urgency::Later, &[1, 1]));
    queue.add(Job::new("close the window", Urgency::Now, &[1]));
    queue.add(Job::new("bake bread", Urgency::Soon, &[4, 2, 40]));
    println!("{} jobs wait", queue.jobs.len());
    let (sender, receiver) = mpsc::channel();
    let helper = thread::spawn(move || {
        let mut effort = 0;
        while let Some(job) = queue.next() {
            effort += job.effort();
            if sender.send(describe(&job)).is_err() {
                break;
            }
        }
        effort
    });
    for told in receiver {
        println!("done: {told}");
    }
    println!("{:?} minutes", helper.join());
}
