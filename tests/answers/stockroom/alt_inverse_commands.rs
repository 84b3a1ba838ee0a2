use std::collections::HashMap;
use std::num::NonZeroU32;

/// Why a command was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Refusal {
    /// No command looks like that: a strange word, too many or too few, or a count that is no `u32` or 0.
    Unreadable,
    /// More was asked for than there is.
    TooFew { have: u32 },
    /// There would be more of an item than a `u32` can count.
    TooMany,
    /// No command is left to be taken back.
    NothingToUndo,
}

trait Stockroom {
    /// Carries out one command. The words stand apart by one or more spaces, and spaces at the beginning or
    /// the end do not matter.
    ///
    /// * `add bolts 40`: 40 bolts more;
    /// * `take bolts 3`: 3 bolts fewer;
    /// * `merge screws bolts`: all screws become bolts; there has to be a screw, or it is refused with
    ///   `TooFew { have: 0 }`. With the same item twice nothing changes, and it counts as carried out;
    /// * `undo`: takes back the last command that was carried out and is not taken back yet.
    fn obey(&mut self, command: &str) -> Result<(), Refusal>;

    /// How many there are of an item.
    fn count(&self, item: &str) -> u32;

    /// A line such as `bolts 37` for each item of which there is one or more, sorted by name. Each line ends with
    /// `\n`, the last one too.
    fn report(&self) -> String;
}

/// A command that was carried out.
#[derive(Debug)]
enum Done {
    Added {
        item: String,
        count: u32,
    },
    Taken {
        item: String,
        count: u32,
    },
    Merged {
        from: String,
        into: String,
        count: u32,
    },
}

/// A stockroom in memory; a new one is empty.
#[derive(Debug, Default)]
struct Room {
    counts: HashMap<String, u32>,
    done: Vec<Done>,
}

impl Room {
    fn add(&mut self, item: &str, count: u32) -> Result<(), Refusal> {
        let sum = self
            .count(item)
            .checked_add(count)
            .ok_or(Refusal::TooMany)?;
        self.counts.insert(item.to_owned(), sum);
        Ok(())
    }

    fn take(&mut self, item: &str, count: u32) -> Result<(), Refusal> {
        let have = self.count(item);
        if have < count {
            return Err(Refusal::TooFew { have });
        }
        if have == count {
            self.counts.remove(item);
        } else if let Some(there) = self.counts.get_mut(item) {
            *there -= count;
        }
        Ok(())
    }

    fn merge(&mut self, from: &str, into: &str) -> Result<u32, Refusal> {
        let count = self.count(from);
        if count == 0 {
            return Err(Refusal::TooFew { have: 0 });
        }
        self.take(from, count)?;
        if let Err(refusal) = self.add(into, count) {
            self.add(from, count)?;
            return Err(refusal);
        }
        Ok(count)
    }
}

impl Stockroom for Room {
    fn obey(&mut self, command: &str) -> Result<(), Refusal> {
        let mut words = command.split_whitespace();
        let parts = (words.next(), words.next(), words.next(), words.next());
        let count = |text: &str| {
            text.parse()
                .map(NonZeroU32::get)
                .map_err(|_| Refusal::Unreadable)
        };
        let done = match parts {
            (Some("add"), Some(item), Some(text), None) => {
                let count = count(text)?;
                self.add(item, count)?;
                Done::Added {
                    item: item.to_owned(),
                    count,
                }
            }
            (Some("take"), Some(item), Some(text), None) => {
                let count = count(text)?;
                self.take(item, count)?;
                Done::Taken {
                    item: item.to_owned(),
                    count,
                }
            }
            (Some("merge"), Some(from), Some(into), None) => {
                let count = self.merge(from, into)?;
                Done::Merged {
                    from: from.to_owned(),
                    into: into.to_owned(),
                    count,
                }
            }
            (Some("undo"), None, None, None) => {
                return match self.done.pop() {
                    Some(Done::Added { item, count }) => self.take(&item, count),
                    Some(Done::Taken { item, count }) => self.add(&item, count),
                    Some(Done::Merged { from, into, count }) => {
                        self.take(&into, count)?;
                        self.add(&from, count)
                    }
                    None => Err(Refusal::NothingToUndo),
                };
            }
            _ => return Err(Refusal::Unreadable),
        };
        self.done.push(done);
        Ok(())
    }

    fn count(&self, item: &str) -> u32 {
        self.counts.get(item).copied().unwrap_or_default()
    }

    fn report(&self) -> String {
        let mut lines: Vec<(&str, u32)> = self
            .counts
            .iter()
            .map(|(item, &count)| (item.as_str(), count))
            .collect();
        lines.sort_unstable();
        let mut report = String::new();
        for (item, count) in lines {
            report += &format!("{item} {count}\n");
        }
        report
    }
}

/// Carries out a script, but for its blank lines. Stops at the first refusal, and names the line, from 1.
fn run(room: &mut impl Stockroom, script: &str) -> Result<(), (usize, Refusal)> {
    for (index, line) in script.lines().enumerate() {
        if !line.trim().is_empty() {
            room.obey(line).map_err(|refusal| (index + 1, refusal))?;
        }
    }
    Ok(())
}
