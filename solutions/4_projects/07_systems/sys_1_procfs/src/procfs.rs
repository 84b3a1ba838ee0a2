// Why so: a name is written by the process and may look like anything, so its end is found from behind, where only
// numbers stand. It is found in bytes, since a name need not be text. While a directory is read the world goes on: a
// `stat` that is gone says that its process is, and no more. On a real `/proc` it can be gone even between opening and
// reading; Linux has a number of its own for that, and `ErrorKind` no name. To ask first whether it exists would only
// widen the gap. Number and start together say who a process is, as numbers are given out again. Ticks become seconds
// only by the number that the system tells, all of it in whole numbers, multiplied first and divided last.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Process {
    pub number: u32,
    pub name: String,
    pub state: char,
    pub parent: u32,
    /// Ticks that it ran, user and system together.
    pub ran: u64,
    /// When it began, in ticks since the machine was started.
    pub start: u64,
}

impl Process {
    /// Reads the line in `stat`.
    pub fn parse(line: &[u8]) -> Option<Self> {
        let open = line.iter().position(|&byte| byte == b'(')?;
        let close = line.iter().rposition(|&byte| byte == b')')?;
        let name = String::from_utf8_lossy(line.get(open + 1..close)?).into_owned();
        let number = std::str::from_utf8(&line[..open])
            .ok()?
            .trim()
            .parse()
            .ok()?;
        let rest = std::str::from_utf8(&line[close + 1..]).ok()?;
        let fields: Vec<&str> = rest.split_whitespace().collect();
        let ticks = |place: usize| fields.get(place)?.parse::<u64>().ok();
        let mut state = fields.first()?.chars();
        Some(Self {
            number,
            name,
            state: state.next().filter(|_| state.as_str().is_empty())?,
            parent: fields.get(1)?.parse().ok()?,
            ran: ticks(11)?.checked_add(ticks(12)?)?,
            start: ticks(19)?,
        })
    }
}

fn invalid(what: String) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, what)
}

/// Whether the process has ended: before its file was opened, or between that and the reading (`ESRCH`).
fn gone(error: &io::Error) -> bool {
    error.kind() == ErrorKind::NotFound || error.raw_os_error() == Some(3)
}

/// Whether it is digits alone; `parse` also takes a `+` before them.
fn digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Hundredths of a second.
fn uptime(text: &str) -> Option<u64> {
    let (seconds, hundredths) = text.split_whitespace().next()?.split_once('.')?;
    if !digits(seconds) || !digits(hundredths) || hundredths.len() != 2 {
        return None;
    }
    seconds
        .parse::<u64>()
        .ok()?
        .checked_mul(100)?
        .checked_add(hundredths.parse().ok()?)
}

/// What was there at one time, more or less.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// Hundredths of a second since the machine was started.
    pub up: u64,
    /// By their number.
    pub processes: BTreeMap<u32, Process>,
}

impl Snapshot {
    pub fn read(proc: &Path) -> io::Result<Self> {
        let text = fs::read_to_string(proc.join("uptime"))?;
        let up = uptime(&text).ok_or_else(|| invalid(format!("uptime says {text:?}")))?;
        let mut processes = BTreeMap::new();
        for entry in fs::read_dir(proc)? {
            let name = entry?.file_name();
            let digits_alone = name.to_str().filter(|name| digits(name));
            let Some(number) = digits_alone.and_then(|name| name.parse::<u32>().ok()) else {
                continue;
            };
            let line = match fs::read(proc.join(name).join("stat")) {
                Ok(line) => line,
                Err(error) if gone(&error) => continue,
                Err(error) => return Err(error),
            };
            let process =
                Process::parse(&line).ok_or_else(|| invalid(format!("the stat of {number}")))?;
            processes.insert(number, process);
        }
        Ok(Self { up, processes })
    }

    pub fn tree(&self) -> String {
        let mut children: BTreeMap<u32, Vec<&Process>> = BTreeMap::new();
        let mut roots = Vec::new();
        for process in self.processes.values() {
            if process.parent == process.number || !self.processes.contains_key(&process.parent) {
                roots.push(process);
            } else {
                children.entry(process.parent).or_default().push(process);
            }
        }
        // The next one is at the end.
        let mut waiting: Vec<(usize, &Process)> =
            roots.into_iter().rev().map(|root| (0, root)).collect();
        let mut tree = String::new();
        while let Some((depth, process)) = waiting.pop() {
            let _ = writeln!(tree, "{:depth$}{} {}", "", process.number, process.name);
            let below = children.get(&process.number).into_iter().flatten().rev();
            waiting.extend(below.map(|child| (depth + 2, *child)));
        }
        tree
    }

    /// Number and share; `ticks` are in a second.
    pub fn busiest(&self, before: &Self, ticks: u64) -> Vec<(u32, u64)> {
        let Some(hundredths) = self
            .up
            .checked_sub(before.up)
            .filter(|&hundredths| hundredths > 0)
        else {
            return Vec::new();
        };
        let share = |process: &Process| {
            let earlier = before.processes.get(&process.number);
            let same = earlier.filter(|earlier| earlier.start == process.start);
            let used = process.ran.saturating_sub(same.map_or(0, |same| same.ran));
            let whole =
                u128::from(used) * 100_000 / (u128::from(hundredths) * u128::from(ticks)).max(1);
            (process.number, u64::try_from(whole).unwrap_or(u64::MAX))
        };
        let mut shares: Vec<_> = self
            .processes
            .values()
            .map(share)
            .filter(|&(_, share)| share > 0)
            .collect();
        shares.sort_by_key(|&(number, share)| (Reverse(share), number));
        shares
    }
}
