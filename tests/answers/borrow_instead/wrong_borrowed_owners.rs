// Borrow instead
//
// A running club keeps a diary: one time for each run, in the order of the days. `enter` adds a run
// and returns three facts for the notice board. All its answers are right. Only, each helper takes its
// input by value, so `enter` copies the whole team and the whole diary again and again.
//
// Let the helpers borrow what they only look at; `enter` keeps its signature. A call of `enter` may ask
// the heap for one block, because one helper has a good reason to work on a copy of its own. Which one?
//
// Read: The Rust Programming Language, chapter 4.2, References and Borrowing
// https://doc.rust-lang.org/book/ch04-02-references-and-borrowing.html

// TODO: Change what the helpers take, from here to `middle`.

/// How many characters wide a name is.
fn width(name: &String) -> usize {
    name.chars().count()
}

/// The width of the widest name on the team.
fn widest(team: &[String]) -> usize {
    let mut widest = 0;
    for name in team {
        widest = widest.max(width(name));
    }
    widest
}

/// Whether somebody of this name is on the team.
fn is_member(team: &[String], name: &str) -> bool {
    for member in team {
        if member == name {
            return true;
        }
    }
    false
}

/// The shortest time in the diary.
fn best(diary: &Vec<u32>) -> u32 {
    let mut best = u32::MAX;
    for seconds in diary {
        best = best.min(*seconds);
    }
    best
}

/// The time in the middle when all are put in order; of two in the middle, the longer one.
fn middle(diary: &Vec<u32>) -> u32 {
    let mut sorted = diary.clone();
    sorted.sort_unstable();
    sorted[sorted.len() / 2]
}

/// Adds the run of a member to the diary, and leaves out the run of anybody else. Returns the width of
/// the widest name, the best time and the middle time. The diary holds at least one run.
fn enter(team: &[String], name: &str, diary: &mut Vec<u32>, seconds: u32) -> (usize, u32, u32) {
    // TODO: Hand over references where a reference will do.
    if is_member(team, name) {
        diary.push(seconds);
    }
    (widest(team), best(diary), middle(diary))
}
