// Enums on a diet
//
// One: ten programs in `enum_diet/items/` each print the size of a type. Say the number first, as in
// `Value(4)`, or `Value(4).sure(70)`.
// Two: the events of a drawing program wait in a long queue, each more than 200 bytes wide, because one
// rare variant is. Bring an `Event` down to at most 24 bytes on a machine with 64 bits. Nearly all events
// are moves and keys: making one of them must not ask for memory, and making a rare one asks once at most.
// What a method takes and gives stays as it is; how an event keeps it is up to you.
//
// Read: The Rust Programming Language, Using Box to Point to Data on the Heap
// https://doc.rust-lang.org/book/ch15-01-box.html

use kit::predict::*;

// TODO: Replace each `Open` by the number that you expect.
const ITEM_01: Answer = Open;
const ITEM_02: Answer = Open;
const ITEM_03: Answer = Open;
const ITEM_04: Answer = Open;
const ITEM_05: Answer = Open;
const ITEM_06: Answer = Open;
const ITEM_07: Answer = Open;
const ITEM_08: Answer = Open;
const ITEM_09: Answer = Open;
const ITEM_10: Answer = Open;

/// Width and height of a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub width: u64,
    pub height: u64,
}

/// What is known about a crash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub registers: [u64; 24],
    pub code: i32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Moved { x: i32, y: i32 },
    Key(char),
    Pasted(String),
    Resized { from: Size, to: Size },
    Crashed(Report),
}

/// Something that happened.
// TODO: Find out which variants are large, and keep their data elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event(Kind);

impl Event {
    /// By far the most frequent.
    pub fn moved(x: i32, y: i32) -> Self {
        Self(Kind::Moved { x, y })
    }

    /// Frequent.
    pub fn key(key: char) -> Self {
        Self(Kind::Key(key))
    }

    /// Now and then. The text is moved in and not copied.
    pub fn pasted(text: String) -> Self {
        Self(Kind::Pasted(text))
    }

    /// Rare.
    pub fn resized(from: Size, to: Size) -> Self {
        Self(Kind::Resized { from, to })
    }

    /// Once, if at all.
    pub fn crashed(report: Report) -> Self {
        Self(Kind::Crashed(report))
    }

    pub fn place(&self) -> Option<(i32, i32)> {
        match &self.0 {
            Kind::Moved { x, y } => Some((*x, *y)),
            Kind::Key(_) | Kind::Pasted(_) | Kind::Resized { .. } | Kind::Crashed(_) => None,
        }
    }

    /// The text of a key or of what was pasted.
    pub fn text(&self) -> Option<String> {
        match &self.0 {
            Kind::Key(key) => Some(key.to_string()),
            Kind::Pasted(text) => Some(text.clone()),
            Kind::Moved { .. } | Kind::Resized { .. } | Kind::Crashed(_) => None,
        }
    }

    /// From which size to which.
    pub fn sizes(&self) -> Option<(Size, Size)> {
        match &self.0 {
            Kind::Resized { from, to } => Some((*from, *to)),
            Kind::Moved { .. } | Kind::Key(_) | Kind::Pasted(_) | Kind::Crashed(_) => None,
        }
    }

    pub fn report(&self) -> Option<&Report> {
        match &self.0 {
            Kind::Crashed(report) => Some(report),
            Kind::Moved { .. } | Kind::Key(_) | Kind::Pasted(_) | Kind::Resized { .. } => None,
        }
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[global_allocator]
    static HEAP: ::kit::Heap = ::kit::Heap;

    #[test]
    fn answers() {
        ::kit::predict::tell(&[
            ITEM_01, ITEM_02, ITEM_03, ITEM_04, ITEM_05, ITEM_06, ITEM_07, ITEM_08, ITEM_09,
            ITEM_10,
        ]);
    }

    fn size(rng: &mut ::kit::Rng) -> Size {
        Size {
            width: rng.bits(),
            height: rng.bits(),
        }
    }

    fn report(rng: &mut ::kit::Rng) -> Report {
        Report {
            registers: std::array::from_fn::<_, 24, _>(|_| rng.bits()),
            code: rng.i32(),
        }
    }

    #[test]
    fn an_event_takes_three_words_at_most() {
        let (size, most) = (size_of::<Event>(), 3 * size_of::<u64>());
        assert!(
            size <= most,
            "an event takes {size} bytes in the queue, {most} are allowed"
        );
    }

    #[test]
    fn moves_and_keys_ask_for_no_memory() {
        let mut queue = Vec::with_capacity(1000);
        let ((), seen) = ::kit::allocations(|| {
            for turn in 0..500 {
                queue.push(Event::moved(turn, -turn));
                queue.push(Event::key('k'));
            }
        });
        assert_eq!(queue.len(), 1000);
        assert_eq!(
            seen.count, 0,
            "times that memory was asked for, by moves and keys alone"
        );
    }

    #[test]
    fn a_usual_mix_asks_once_for_each_rare_event() {
        let mut rng = ::kit::Rng::salted("enum_diet: mix");
        let texts: Vec<String> = (0..20).map(|_| rng.text(30)).collect();
        let reports = [report(&mut rng), report(&mut rng)];
        let sizes: Vec<Size> = (0..9).map(|_| size(&mut rng)).collect();
        let mut queue = Vec::with_capacity(1030);
        let ((), seen) = ::kit::allocations(|| queue.extend(texts.into_iter().map(Event::pasted)));
        // Taking the room over that a text does not use may take a request for each.
        assert!(
            seen.count <= 20,
            "{} requests for 20 texts: a text is moved in and not copied",
            seen.count
        );
        let ((), seen) = ::kit::allocations(|| {
            queue.extend((0..1000).map(|turn| Event::moved(turn, turn)));
            queue.extend(
                sizes
                    .windows(2)
                    .map(|pair| Event::resized(pair[0], pair[1])),
            );
            queue.extend(reports.into_iter().map(Event::crashed));
        });
        assert_eq!(queue.len(), 1030);
        assert!(
            seen.count <= 10,
            "{} requests for 10 rare events and 1000 moves: one for each rare event is enough",
            seen.count
        );
    }

    #[test]
    fn what_went_in_comes_out() {
        let mut rng = ::kit::Rng::salted("enum_diet: in and out");
        for _ in 0..20 {
            let (x, y) = (rng.i32(), rng.i32());
            assert_eq!(Event::moved(x, y).place(), Some((x, y)));
            let text = rng.text(9);
            assert_eq!(Event::pasted(text.clone()).text(), Some(text));
            let (from, to) = (size(&mut rng), size(&mut rng));
            assert_eq!(
                Event::resized(from, to).sizes(),
                Some((from, to)),
                "all 64 bits of each"
            );
            let report = report(&mut rng);
            assert_eq!(Event::crashed(report.clone()).report(), Some(&report));
        }
        assert_eq!(Event::key('é').text().as_deref(), Some("é"));
        assert_eq!(Event::pasted(String::new()).text().as_deref(), Some(""));
    }

    #[test]
    fn each_event_has_its_own_data_only() {
        let mut rng = ::kit::Rng::salted("enum_diet: own data");
        let (size, report) = (size(&mut rng), report(&mut rng));
        let events = [
            Event::moved(1, 2),
            Event::key('k'),
            Event::pasted("text".to_owned()),
            Event::resized(size, size),
            Event::crashed(report),
        ];
        let seen = events.map(|event| {
            let (place, text) = (event.place().is_some(), event.text().is_some());
            [
                place,
                text,
                event.sizes().is_some(),
                event.report().is_some(),
            ]
        });
        let (place, text) = ([true, false, false, false], [false, true, false, false]);
        let (sizes, report) = ([false, false, true, false], [false, false, false, true]);
        assert_eq!(
            seen,
            [place, text, text, sizes, report],
            "place, text, sizes, report of each"
        );
    }

    #[test]
    fn a_text_is_moved_in() {
        let text = "x".repeat(100_000);
        let (event, seen) = ::kit::allocations(|| Event::pasted(text));
        assert!(
            seen.peak < 1000,
            "{} more bytes were in use at once: a text is moved in and not copied",
            seen.peak
        );
        assert_eq!(event.text().map(|text| text.len()), Some(100_000));
    }
}
