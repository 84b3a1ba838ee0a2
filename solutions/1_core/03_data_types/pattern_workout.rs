// Why so: one match over both values shows all shapes side by side. `name @ 1..=60` tests a value and
// keeps it; `..=` holds the upper end. The two ways to draw a line are alternatives of one arm, and
// the condition on the pen is part of the second pattern, because an `if` behind the alternatives would
// bind both. `first` and `last` are two different places of the slice, so one stop needs its own arm.
// The `_` at the end is right here: bytes are an open set, unlike the variants of an enum of one's own.

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
    match (bytes, pen) {
        ([], _) => Order::Wait,
        (&[steps @ 1..=60], _) => Order::Forward(steps),
        (&[byte @ 201..=250], _) => Order::Back(byte - 200),
        (&[b'D', length], _) | (&[b'd', length], Pen::Down(_)) => Order::Line(length),
        (&[b'C', red, green, blue], _) if red == green && green == blue => {
            Order::Paint(Ink::Grey(red))
        }
        (&[b'C', red, green, blue], _) => Order::Paint(Ink::Colour { red, green, blue }),
        (&[b'H', lines], Pen::Down(Ink::Grey(level @ ..=127))) => Order::Hatch { lines, level },
        (&[b'W', stop], _) => Order::Walk {
            first: stop,
            between: 0,
            last: stop,
        },
        (&[b'W', first, ref middle @ .., last], _) => Order::Walk {
            first,
            between: middle.len(),
            last,
        },
        ([b'(', remark @ .., b')'], _) => Order::Remark(remark.len()),
        _ => Order::Unknown,
    }
}
