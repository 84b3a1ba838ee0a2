// Why so: `let … else` names what the rest of the body needs and leaves at once where it is missing, so
// each fault stands beside its condition instead of at the far end of the ladder. The order of the lines
// is the order of the old `if let`s, from the outside in: it decides which of two faults is named.
// Where the function itself answers with an `Option`, `?` is the shorter way to leave. A chain of `&&`
// suits the last function, because all its conditions end in the same `None`.

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
    let mut words = name.split(' ');
    let first = words.next()?;
    let last = words.next_back()?;
    Some((first.chars().next()?, last.chars().next()?))
}

/// Reads the three parts of a badge.
fn read_badge(text: &str) -> Reading {
    let Some((name, rest)) = text.split_once(':') else {
        return Reading::Torn;
    };
    let Some((number, level)) = rest.split_once(':') else {
        return Reading::Torn;
    };
    let Ok(number) = number.parse() else {
        return Reading::NoNumber;
    };
    let Ok(level @ 1..=5) = level.parse() else {
        return Reading::NoLevel;
    };
    let Some(initials) = initials(name) else {
        return Reading::NoName;
    };
    Reading::Badge {
        initials,
        number,
        level,
    }
}

/// The number of the badge, if it opens a door of that level and was not reported lost.
fn let_in(text: &str, door: u8, lost: &[u16]) -> Option<u16> {
    if let Reading::Badge { number, level, .. } = read_badge(text)
        && level >= door
        && !lost.contains(&number)
    {
        Some(number)
    } else {
        None
    }
}
