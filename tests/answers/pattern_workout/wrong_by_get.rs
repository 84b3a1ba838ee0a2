// Pattern workout
//
// A plotter receives its orders as short rows of bytes. Each order in the list below says which
// bytes mean it. Turn a row of bytes into its order; for two of the orders the pen matters as well.
//
// Let patterns do the work: ranges, slices, alternatives, names for what they find. Taking bytes out
// by index, or with `get`, is refused by the linter.
//
// Read: The Rust Programming Language, chapter 19.3, Pattern Syntax
// https://doc.rust-lang.org/book/ch19-03-pattern-syntax.html

/// Whether the pen touches the paper, and with which ink.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pen {
    Up,
    Down(Ink),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ink {
    Grey(u8),
    Colour { red: u8, green: u8, blue: u8 },
}

/// What the plotter shall do; above each order stand the bytes that mean it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Order {
    /// No bytes at all.
    Wait,
    /// One byte from 1 to 60: go so many steps.
    Forward(u8),
    /// One byte from 201 to 250: go as many steps as it is above 200.
    Back(u8),
    /// `D` or `d`, then a length. `D` lowers the pen by itself; `d` draws only while the pen is down.
    Line(u8),
    /// `C`, then red, green and blue. Three equal values make a grey, all others a colour.
    Paint(Ink),
    /// `H`, then how many lines. It needs a pen that is down, with a grey of at most 127: the level.
    Hatch { lines: u8, level: u8 },
    /// `W`, then one or more stops: the first, how many lie between, the last. A single stop is both.
    Walk { first: u8, between: usize, last: u8 },
    /// `(`, then any bytes, then `)`: a remark of so many bytes.
    Remark(usize),
    /// All other bytes.
    Unknown,
}

/// The order that these bytes give to a plotter with such a pen.
fn decode(bytes: &[u8], pen: Pen) -> Order {
    let at = |place| bytes.get(place).copied().unwrap_or(0);
    let (letter, one, count) = (at(0), at(1), bytes.len());
    if count == 0 {
        return Order::Wait;
    }
    if count == 1 && (1..=60).contains(&letter) {
        return Order::Forward(letter);
    }
    if count == 1 && (201..=250).contains(&letter) {
        return Order::Back(letter - 200);
    }
    if count == 2 && (letter == b'D' || letter == b'd' && pen != Pen::Up) {
        return Order::Line(one);
    }
    if count == 4 && letter == b'C' {
        let (red, green, blue) = (one, at(2), at(3));
        return Order::Paint(if red == green && green == blue {
            Ink::Grey(red)
        } else {
            Ink::Colour { red, green, blue }
        });
    }
    if count == 2
        && letter == b'H'
        && let Pen::Down(Ink::Grey(level)) = pen
        && level <= 127
    {
        return Order::Hatch { lines: one, level };
    }
    if count > 1 && letter == b'W' {
        return Order::Walk {
            first: one,
            between: count.saturating_sub(3),
            last: at(count - 1),
        };
    }
    if count > 1 && letter == b'(' && at(count - 1) == b')' {
        return Order::Remark(count - 2);
    }
    Order::Unknown
}
