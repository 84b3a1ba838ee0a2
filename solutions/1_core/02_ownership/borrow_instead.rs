// Why so: a function that only looks borrows. `&str` and `&[T]` are the widest invitations: whoever has
// a `String`, a `Vec`, an array or a part of one can call it without copying, while `&String` and
// `&Vec<T>` turn most of them away and give nothing in return. `middle` is different. It has to put the
// times in order, and the caller's diary has an order that means something, so it works on a copy of
// its own. A clone is neither a fault nor a cure: it is right where two owners need two values.

/// How many characters wide a name is.
fn width(name: &str) -> usize {
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
fn best(diary: &[u32]) -> u32 {
    let mut best = u32::MAX;
    for seconds in diary {
        best = best.min(*seconds);
    }
    best
}

/// The time in the middle when all are put in order; of two in the middle, the longer one.
fn middle(diary: &[u32]) -> u32 {
    let mut sorted = diary.to_vec();
    sorted.sort_unstable();
    sorted[sorted.len() / 2]
}

/// Adds the run of a member to the diary, and leaves out the run of anybody else. Returns the width of
/// the widest name, the best time and the middle time. The diary holds at least one run.
fn enter(team: &[String], name: &str, diary: &mut Vec<u32>, seconds: u32) -> (usize, u32, u32) {
    if is_member(team, name) {
        diary.push(seconds);
    }
    (widest(team), best(diary), middle(diary))
}
