// A long log, tidied in place
//
// A log holds many lines. Some are blank, and some only say again what the line before said.
// `tidy` drops the blank ones and merges neighbours that have the same sender and text into the
// first of them; lines that become neighbours because a blank one went are merged too.
//
// It gives the right log, but by way of a second list with copies of all texts. Let it work in the
// buffer that the log has already, without asking for memory. A log of 200 000 lines is no rarity.
//
// Read: The Rust Programming Language, chapter 8.1, Storing Lists of Values with Vectors
// https://doc.rust-lang.org/book/ch08-01-vectors.html

/// A line of the log, or several equal ones that came in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    sender: String,
    text: String,
    first_second: u64,
    last_second: u64,
    times: u64,
}

impl Line {
    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Drops blank lines and merges neighbours that say the same.
fn tidy(log: &mut Vec<Line>) {
    // TODO: Do the same without a second list and without copying a text.
    let mut clean: Vec<Line> = Vec::new();
    for line in log.iter() {
        if line.is_blank() {
            continue;
        }
        match clean.last_mut() {
            Some(kept) if kept.sender == line.sender && kept.text == line.text => {
                kept.last_second = line.last_second;
                kept.times += line.times;
            }
            _ => clean.push(line.clone()),
        }
    }
    *log = clean;
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[global_allocator]
    static HEAP: ::kit::Heap = ::kit::Heap;

    fn line(sender: &str, text: &str, second: u64) -> Line {
        let (sender, text) = (sender.to_owned(), text.to_owned());
        Line {
            sender,
            text,
            first_second: second,
            last_second: second,
            times: 1,
        }
    }

    fn tidied(mut log: Vec<Line>) -> Vec<Line> {
        tidy(&mut log);
        log
    }

    /// The lines as `sender text first-last xtimes`, short enough to compare by eye.
    fn shown(log: &[Line]) -> Vec<String> {
        let show = |l: &Line| {
            format!(
                "{} {} {}-{} x{}",
                l.sender, l.text, l.first_second, l.last_second, l.times
            )
        };
        log.iter().map(show).collect()
    }

    #[test]
    fn a_tidy_log_stays_as_it_is() {
        assert_eq!(tidied(vec![]), vec![]);
        let log = vec![
            line("pump", "on", 1),
            line("pump", "off", 2),
            line("fan", "off", 2),
            line("pump", "on", 9),
        ];
        assert_eq!(
            shown(&tidied(log.clone())),
            shown(&log),
            "no line is blank, no neighbours are the same"
        );
    }

    #[test]
    fn blank_lines_go() {
        let log = vec![
            line("fan", "", 1),
            line("fan", "on", 2),
            line("", " \t ", 3),
            line("fan", "off", 4),
        ];
        assert_eq!(shown(&tidied(log)), ["fan on 2-2 x1", "fan off 4-4 x1"]);
        assert_eq!(
            tidied(vec![line("fan", " ", 1), line("pump", "", 2)]),
            vec![]
        );
        assert_eq!(
            tidied(vec![line("fan", "", 1)]),
            vec![],
            "the only line is blank"
        );
        let mut rng = ::kit::Rng::salted("blank_lines_go");
        for _ in 0..20 {
            let texts: Vec<String> = (0..10)
                .map(|_| rng.pick(&["on", "off", "", " ", "\t\u{a0}"]).to_string())
                .collect();
            // The senders are all different, so that nothing is merged.
            let all = || {
                texts
                    .iter()
                    .zip(0..)
                    .map(|(text, n)| line(&format!("fan{n}"), text, n))
            };
            let wanted: Vec<Line> = all().filter(|line| line.text.starts_with('o')).collect();
            assert_eq!(
                shown(&tidied(all().collect())),
                shown(&wanted),
                "the texts were {texts:?}"
            );
        }
    }

    #[test]
    fn neighbours_that_say_the_same_become_one() {
        let log = vec![
            line("fan", "on", 3),
            line("fan", "on", 5),
            line("fan", "on", 8),
            line("pump", "on", 9),
        ];
        assert_eq!(
            shown(&tidied(log)),
            ["fan on 3-8 x3", "pump on 9-9 x1"],
            "three of the fan in a row, then one of the pump"
        );
    }

    #[test]
    fn lines_that_were_merged_before_keep_their_count() {
        let mut rng = ::kit::Rng::salted("lines_that_were_merged_before_keep_their_count");
        for _ in 0..20 {
            let (one, two, end) = (
                2 + rng.bits() % 100,
                100 + rng.bits() % 100,
                7 + rng.bits() % 100,
            );
            let mut log = vec![line("fan", "on", 1), line("fan", "on", 5)];
            (log[0].last_second, log[0].times) = (4, one);
            (log[1].last_second, log[1].times) = (end, two);
            let wanted = format!("fan on 1-{end} x{}", one + two);
            assert_eq!(shown(&tidied(log)), [wanted], "{one} times and {two} times");
        }
    }

    #[test]
    fn a_blank_line_does_not_part_neighbours() {
        let log = vec![
            line("fan", "on", 1),
            line("fan", "", 2),
            line("pump", " ", 3),
            line("fan", "on", 4),
        ];
        assert_eq!(
            shown(&tidied(log)),
            ["fan on 1-4 x2"],
            "the blank ones go, and then these two stand together"
        );
    }

    #[test]
    fn any_log_is_tidied() {
        let mut rng = ::kit::Rng::salted("any_log_is_tidied");
        for _ in 0..50 {
            let (mut log, mut wanted, mut second) = (vec![], vec![], 0);
            for run in 0..rng.below(8) {
                // No two runs in a row are alike: sender and text change by turns.
                let sender = ["fan", "pump"][run / 2 % 2];
                let text = ["on", "off"][run.div_ceil(2) % 2];
                let (start, times) = (second + 1, 1 + rng.below(3));
                for _ in 0..times {
                    second += 1;
                    log.push(line(sender, text, second));
                    log.extend((0..rng.below(3)).map(|_| line(sender, "  ", second)));
                }
                wanted.push(format!("{sender} {text} {start}-{second} x{times}"));
            }
            let before = shown(&log);
            assert_eq!(shown(&tidied(log)), wanted, "the log was {before:#?}");
        }
    }

    #[test]
    fn no_text_is_copied() {
        let mut log: Vec<Line> = (0..100)
            .map(|second| line("fan", &format!("turn {second}"), second))
            .collect();
        let before: Vec<*const u8> = log.iter().map(|line| line.text.as_ptr()).collect();
        tidy(&mut log);
        let after: Vec<*const u8> = log.iter().map(|line| line.text.as_ptr()).collect();
        assert!(
            before == after,
            "each text should still lie where it lay before"
        );
    }

    #[test]
    fn the_buffer_stays_the_same_one() {
        let texts = ["on", "on", "", "off", " "];
        let mut log: Vec<Line> = (0..100)
            .map(|second| line("fan", texts[second % 5], 0))
            .collect();
        let (place, capacity) = (log.as_ptr(), log.capacity());
        let ((), seen) = ::kit::allocations(|| tidy(&mut log));
        assert_eq!(log.len(), 40);
        assert!(
            log.as_ptr() == place && log.capacity() == capacity,
            "the log lies in another buffer now"
        );
        assert_eq!(seen.count, 0, "nothing needs to be allocated");
    }

    #[test]
    fn a_long_log_is_no_trouble() {
        // The first half shrinks to one line, the second half stays; the senders have no name here.
        let early = |second: u64| line("", ["", "on"][usize::from(second & 1 == 1)], second);
        let late = |second: u64| line("", ["on", "off"][usize::from(second & 1 == 1)], second);
        let mut log: Vec<Line> = (0..100_000)
            .map(early)
            .chain((100_001..200_001).map(late))
            .collect();
        tidy(&mut log);
        assert_eq!(log.len(), 100_001);
        assert_eq!(
            shown(&log[..2]),
            [" on 1-99999 x50000", " off 100001-100001 x1"]
        );
    }
}
