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
fn middle(diary: &mut [u32]) -> u32 {
    diary.sort_unstable();
    diary[diary.len() / 2]
}

/// Adds the run of a member to the diary, and leaves out the run of anybody else. Returns the width of
/// the widest name, the best time and the middle time. The diary holds at least one run.
fn enter(team: &[String], name: &str, diary: &mut Vec<u32>, seconds: u32) -> (usize, u32, u32) {
    if is_member(team, name) {
        diary.push(seconds);
    }
    (widest(team), best(diary), middle(diary))
}
