// Processes
//
// The kernel shows each process as a directory whose name is its number, and in it the file `stat`: one line with
//
//     number (name) state parent … user system … start …
//
// The name may hold anything: spaces, brackets, line ends, bytes that are no UTF-8 (show those as U+FFFD). It begins behind the
// first `(` and ends before the last `)`. Behind it the fields are parted by spaces: state, one character, is the first,
// parent the second, user and system the 12th and 13th, start the 20th; all of these but the state are numbers. Times
// are counted in ticks. What is not like this, or has numbers too large for `Process`, is `None`.
//
// * `Snapshot::read`: the processes in a directory like `/proc`. Names that are not digits alone, or no `u32`, are
//   something else. A process whose `stat` is gone has ended meanwhile: leave it out. Every other error is an error, `InvalidData` for a
//   line that cannot be read. `up` is the first number in the file `uptime`: digits, a point, two digits; anything else
//   is `InvalidData`.
// * `tree`: a line `number name` for each process, in the order of numbers, children below their parent and
//   indented by two more spaces. Whose parent is not there, or the process itself, begins at the left.
//   Nobody else is below itself: rely on that.
// * `busiest`: how much of the time between two snapshots each process of the later one has used (user and system), in tenths
//   of a per cent of one processor, rounded down. Only those above 0, the largest first, ties by number. Whoever
//   has another start than before is another process; whoever ran less than before has used nothing. No time between the snapshots, or less: nothing.
//
// Read: the manual page proc_pid_stat(5)
// https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html

use std::collections::BTreeMap;
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
        // TODO: Find the borders of the name; a process can call itself `a) R (b`.
        let text = String::from_utf8_lossy(line);
        let fields: Vec<&str> = text.split_whitespace().collect();
        Some(Self {
            number: fields.first()?.parse().ok()?,
            name: fields.get(1)?.trim_matches(['(', ')']).to_owned(),
            state: fields.get(2)?.chars().next()?,
            parent: fields.get(3)?.parse().ok()?,
            ran: fields
                .get(13)?
                .parse::<u64>()
                .ok()?
                .checked_add(fields.get(14)?.parse().ok()?)?,
            start: fields.get(21)?.parse().ok()?,
        })
    }
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
        // TODO: Read the processes. Some end while you do.
        let uptime = fs::read_to_string(proc.join("uptime"))?;
        Err(io::Error::new(ErrorKind::InvalidData, uptime))
    }

    pub fn tree(&self) -> String {
        todo!("{:?}", self.processes.keys())
    }

    /// Number and share; `ticks` are in a second.
    pub fn busiest(&self, before: &Self, ticks: u64) -> Vec<(u32, u64)> {
        todo!("{} {} {ticks}", self.up, before.up)
    }
}
