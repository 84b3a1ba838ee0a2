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
    // TODO: Write a match with a pattern for each of the eight orders; all else is unknown.
    todo!("decode {bytes:?} while the pen is {pen:?}")
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    const GREY: Pen = Pen::Down(Ink::Grey(90));
    const RED: Pen = Pen::Down(Ink::Colour {
        red: 200,
        green: 10,
        blue: 10,
    });

    fn any_byte(rng: &mut ::kit::Rng) -> u8 {
        u8::try_from(rng.below(256)).unwrap_or(0)
    }

    fn byte_in(rng: &mut ::kit::Rng, low: u8, high: u8) -> u8 {
        u8::try_from(rng.between(low.into(), high.into())).unwrap_or(low)
    }

    #[test]
    fn no_bytes_mean_wait() {
        assert_eq!(decode(&[], Pen::Up), Order::Wait);
        assert_eq!(
            decode(&[], GREY),
            Order::Wait,
            "the pen does not matter here"
        );
    }

    #[test]
    fn one_byte_is_a_way_forward_or_back() {
        let mut rng = ::kit::Rng::salted("one_byte_is_a_way_forward_or_back");
        for _ in 0..100 {
            let steps = byte_in(&mut rng, 2, 59);
            assert_eq!(decode(&[steps], RED), Order::Forward(steps));
            let steps = byte_in(&mut rng, 2, 49);
            assert_eq!(
                decode(&[200 + steps], Pen::Up),
                Order::Back(steps),
                "the byte is 200 + {steps}"
            );
        }
    }

    #[test]
    fn both_ends_of_a_range_belong_to_it() {
        assert_eq!(decode(&[1], Pen::Up), Order::Forward(1));
        assert_eq!(
            decode(&[60], Pen::Up),
            Order::Forward(60),
            "from 1 to 60, and 60 is one of them"
        );
        assert_eq!(decode(&[201], Pen::Up), Order::Back(1));
        assert_eq!(
            decode(&[250], Pen::Up),
            Order::Back(50),
            "from 201 to 250, and 250 is one of them"
        );
    }

    #[test]
    fn beside_the_ranges_nothing_is_known() {
        for byte in [0, 61, b'D', b'W', 100, 200, 251, 255] {
            assert_eq!(
                decode(&[byte], GREY),
                Order::Unknown,
                "the single byte {byte}"
            );
        }
    }

    #[test]
    fn a_small_d_draws_while_the_pen_is_down() {
        let mut rng = ::kit::Rng::salted("a_small_d_draws_while_the_pen_is_down");
        for _ in 0..20 {
            let length = any_byte(&mut rng);
            assert_eq!(decode(&[b'd', length], GREY), Order::Line(length));
            assert_eq!(
                decode(&[b'd', length], RED),
                Order::Line(length),
                "any ink will do"
            );
            assert_eq!(
                decode(&[b'd', length], Pen::Up),
                Order::Unknown,
                "`d` does not lower the pen"
            );
        }
    }

    #[test]
    fn a_capital_d_draws_wherever_the_pen_is() {
        let mut rng = ::kit::Rng::salted("a_capital_d_draws_wherever_the_pen_is");
        for _ in 0..20 {
            let length = any_byte(&mut rng);
            assert_eq!(decode(&[b'D', length], RED), Order::Line(length));
            assert_eq!(
                decode(&[b'D', length], Pen::Up),
                Order::Line(length),
                "`D` lowers the pen itself"
            );
        }
    }

    #[test]
    fn three_equal_values_are_a_grey() {
        let mut rng = ::kit::Rng::salted("three_equal_values_are_a_grey");
        for _ in 0..20 {
            let level = any_byte(&mut rng);
            assert_eq!(
                decode(&[b'C', level, level, level], RED),
                Order::Paint(Ink::Grey(level))
            );
        }
    }

    #[test]
    fn all_other_values_are_a_colour() {
        let mut rng = ::kit::Rng::salted("all_other_values_are_a_colour");
        for _ in 0..20 {
            let low = byte_in(&mut rng, 0, 99);
            let high = byte_in(&mut rng, 100, 255);
            for (red, green, blue) in [
                (low, low, high),
                (low, high, high),
                (low, high, low),
                (high, 100, low),
            ] {
                let wanted = Order::Paint(Ink::Colour { red, green, blue });
                assert_eq!(
                    decode(&[b'C', red, green, blue], Pen::Up),
                    wanted,
                    "not all three are equal"
                );
            }
        }
    }

    #[test]
    fn hatching_takes_its_level_from_a_dark_grey() {
        let mut rng = ::kit::Rng::salted("hatching_takes_its_level_from_a_dark_grey");
        for level in 0..=127 {
            let lines = any_byte(&mut rng);
            let pen = Pen::Down(Ink::Grey(level));
            assert_eq!(decode(&[b'H', lines], pen), Order::Hatch { lines, level });
        }
    }

    #[test]
    fn hatching_needs_a_dark_grey() {
        assert_eq!(decode(&[b'H', 5], Pen::Up), Order::Unknown, "the pen is up");
        assert_eq!(
            decode(&[b'H', 5], RED),
            Order::Unknown,
            "a colour is no grey"
        );
        for level in 128..=255 {
            assert_eq!(
                decode(&[b'H', 5], Pen::Down(Ink::Grey(level))),
                Order::Unknown,
                "{level} is too light"
            );
        }
    }

    #[test]
    fn a_walk_has_two_ends_and_stops_between() {
        assert_eq!(
            decode(b"Wab", RED),
            Order::Walk {
                first: b'a',
                between: 0,
                last: b'b'
            }
        );
        let mut rng = ::kit::Rng::salted("a_walk_has_two_ends_and_stops_between");
        for _ in 0..50 {
            let (first, between, last) = (any_byte(&mut rng), rng.below(6), any_byte(&mut rng));
            let mut bytes = vec![b'W', first];
            bytes.extend((0..between).map(|_| any_byte(&mut rng)));
            bytes.push(last);
            assert_eq!(
                decode(&bytes, Pen::Up),
                Order::Walk {
                    first,
                    between,
                    last
                },
                "{bytes:?}"
            );
        }
    }

    #[test]
    fn a_walk_may_have_a_single_stop() {
        let mut rng = ::kit::Rng::salted("a_walk_may_have_a_single_stop");
        for _ in 0..20 {
            let stop = any_byte(&mut rng);
            let wanted = Order::Walk {
                first: stop,
                between: 0,
                last: stop,
            };
            assert_eq!(
                decode(&[b'W', stop], GREY),
                wanted,
                "the only stop is the first and the last"
            );
        }
    }

    #[test]
    fn a_remark_stands_in_parentheses() {
        assert_eq!(decode(b"()", Pen::Up), Order::Remark(0));
        assert_eq!(
            decode(b"())", Pen::Up),
            Order::Remark(1),
            "what is between may be any byte"
        );
        let mut rng = ::kit::Rng::salted("a_remark_stands_in_parentheses");
        for _ in 0..20 {
            let mut bytes: Vec<u8> = (0..rng.below(9)).map(|_| any_byte(&mut rng)).collect();
            let wanted = Order::Remark(bytes.len());
            bytes.insert(0, b'(');
            bytes.push(b')');
            assert_eq!(decode(&bytes, RED), wanted, "{bytes:?}");
        }
    }

    #[test]
    fn bytes_too_many_too_few_or_strange_are_unknown() {
        let strange: [&[u8]; 10] = [
            b"Dab",
            b"dab",
            b"Hab",
            b"Cab",
            b"Cabcd",
            b"(ab",
            b"ab)",
            b"wab",
            b"\x01\x02",
            b"\xC9\x02\x03",
        ];
        for bytes in strange {
            assert_eq!(decode(bytes, GREY), Order::Unknown, "{bytes:?}");
        }
    }
}
