use std::collections::BTreeMap;

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

/// A stockroom in memory; a new one is empty.
#[derive(Debug, Default)]
struct Room {
    counts: BTreeMap<String, u32>,
    /// For each command that can be taken back, what the items it changed had before.
    past: Vec<Vec<(String, u32)>>,
}

impl Room {
    /// Sets a count, and returns the one before.
    fn set(&mut self, item: &str, count: u32) -> u32 {
        let before = if count == 0 {
            self.counts.remove(item)
        } else {
            self.counts.insert(item.to_owned(), count)
        };
        before.unwrap_or(0)
    }

    /// Carries out a command that was found to be all right, as one step of the past.
    fn change(&mut self, counts: &[(&str, u32)]) {
        let mut before = Vec::new();
        for &(item, count) in counts {
            before.push((item.to_owned(), self.set(item, count)));
        }
        self.past.push(before);
    }

    fn undo(&mut self) -> Result<(), Refusal> {
        let before = self.past.pop().ok_or(Refusal::NothingToUndo)?;
        for (item, count) in before.into_iter().rev() {
            self.set(&item, count);
        }
        Ok(())
    }
}

fn read_count(text: &str) -> Result<u32, Refusal> {
    match text.parse() {
        Ok(0) | Err(_) => Err(Refusal::Unreadable),
        Ok(count) => Ok(count),
    }
}

impl Stockroom for Room {
    fn obey(&mut self, command: &str) -> Result<(), Refusal> {
        let words: Vec<&str> = command.split_whitespace().collect();
        match *words.as_slice() {
            ["add", item, count] => {
                let sum = self
                    .count(item)
                    .checked_add(read_count(count)?)
                    .ok_or(Refusal::TooMany)?;
                self.change(&[(item, sum)]);
            }
            ["take", item, count] => {
                let have = self.count(item);
                let left = have
                    .checked_sub(read_count(count)?)
                    .ok_or(Refusal::TooFew { have })?;
                self.change(&[(item, left)]);
            }
            ["merge", from, into] => {
                let moved = self.count(from);
                if moved == 0 {
                    return Err(Refusal::TooFew { have: 0 });
                }
                self.set(from, 0);
                let there = self.count(into);
                let sum = there.checked_add(moved).ok_or(Refusal::TooMany)?;
                self.set(into, sum);
                self.past
                    .push(vec![(from.to_owned(), moved), (into.to_owned(), there)]);
            }
            ["undo"] => self.undo()?,
            _ => return Err(Refusal::Unreadable),
        }
        Ok(())
    }

    fn count(&self, item: &str) -> u32 {
        self.counts.get(item).copied().unwrap_or(0)
    }

    fn report(&self) -> String {
        self.counts
            .iter()
            .map(|(item, count)| format!("{item} {count}\n"))
            .collect()
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
