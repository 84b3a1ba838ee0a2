fn widest(team: &[String]) -> usize {
    let mut widest = 0;
    for name in team {
        widest = widest.max(name.chars().count());
    }
    widest
}

/// The time with so many shorter ones, and as many of its own length as needed, before its place.
fn middle(diary: &[u32]) -> u32 {
    let place = diary.len() / 2;
    for candidate in diary {
        let mut shorter = 0;
        let mut same = 0;
        for other in diary {
            if other < candidate {
                shorter += 1;
            } else if other == candidate {
                same += 1;
            }
        }
        if (shorter..shorter + same).contains(&place) {
            return *candidate;
        }
    }
    0
}

fn best(diary: &[u32]) -> u32 {
    let mut best = diary[0];
    for &seconds in diary {
        if seconds < best {
            best = seconds;
        }
    }
    best
}

fn enter(team: &[String], name: &str, diary: &mut Vec<u32>, seconds: u32) -> (usize, u32, u32) {
    for member in team {
        if member == name {
            diary.push(seconds);
            break;
        }
    }
    (widest(team), best(diary), middle(diary))
}
