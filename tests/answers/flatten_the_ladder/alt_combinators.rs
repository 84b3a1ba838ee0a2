/// What a badge says, or what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Reading {
    Badge {
        initials: (char, char),
        number: u16,
        level: u8,
    },
    Torn,
    NoName,
    NoNumber,
    NoLevel,
}

/// The first letters of the first and the last of two or more words.
fn initials(name: &str) -> Option<(char, char)> {
    let (first, _) = name.split_once(' ')?;
    let (_, last) = name.rsplit_once(' ')?;
    first.chars().next().zip(last.chars().next())
}

/// Reads the three parts of a badge.
fn read_badge(text: &str) -> Reading {
    match text.splitn(3, ':').collect::<Vec<_>>()[..] {
        [name, number, level] => read_parts(name, number, level),
        _ => Reading::Torn,
    }
}

fn read_parts(name: &str, number: &str, level: &str) -> Reading {
    let level = level.parse().ok().filter(|level| (1..=5).contains(level));
    match (number.parse(), level, initials(name)) {
        (Err(_), _, _) => Reading::NoNumber,
        (_, None, _) => Reading::NoLevel,
        (_, _, None) => Reading::NoName,
        (Ok(number), Some(level), Some(initials)) => Reading::Badge {
            initials,
            number,
            level,
        },
    }
}

/// The number of the badge, if it opens a door of that level and was not reported lost.
fn let_in(text: &str, door: u8, lost: &[u16]) -> Option<u16> {
    match read_badge(text) {
        Reading::Badge { number, level, .. } if level >= door && !lost.contains(&number) => {
            Some(number)
        }
        _ => None,
    }
}
