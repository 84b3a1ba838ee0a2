// Flatten the ladder
//
// A door reads badges such as `Mina Rao:0413:3`: a name of two words or more, a number, a level from
// 1 to 5. The three functions below work and pass all tests, but each step to the right hides one
// more condition, and the linter refuses blocks nested more than two deep in a body.
//
// Flatten them. Every text must get the same reading as before, also one with two faults.
// You need neither `unwrap` nor `expect`.
//
// Read: The Rust Programming Language, chapter 6.3, Concise Control Flow with if let and let else
// https://doc.rust-lang.org/book/ch06-03-if-let.html

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
    return Reading::Badge {
        initials,
        number,
        level,
    };
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
