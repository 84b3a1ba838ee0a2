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
    match bytes {
        [] => Order::Wait,
        [byte] => match *byte {
            1..=60 => Order::Forward(*byte),
            201..=250 => Order::Back(*byte - 200),
            _ => Order::Unknown,
        },
        [b'D', length] => Order::Line(*length),
        [b'd', length] if pen != Pen::Up => Order::Line(*length),
        [b'C', rgb @ ..] => paint(rgb),
        [b'H', lines] => match pen {
            Pen::Down(Ink::Grey(level)) if level < 128 => Order::Hatch {
                lines: *lines,
                level,
            },
            Pen::Down(Ink::Grey(_) | Ink::Colour { .. }) | Pen::Up => Order::Unknown,
        },
        [b'W', stops @ ..] => walk(stops),
        [b'(', remark @ .., b')'] => Order::Remark(remark.len()),
        [_, ..] => Order::Unknown,
    }
}

fn paint(rgb: &[u8]) -> Order {
    let &[red, green, blue] = rgb else {
        return Order::Unknown;
    };
    let grey = [green, blue] == [red, red];
    Order::Paint(if grey {
        Ink::Grey(red)
    } else {
        Ink::Colour { red, green, blue }
    })
}

fn walk(stops: &[u8]) -> Order {
    match (stops.first(), stops.last()) {
        (Some(&first), Some(&last)) => Order::Walk {
            first,
            between: stops.len().saturating_sub(2),
            last,
        },
        _ => Order::Unknown,
    }
}
