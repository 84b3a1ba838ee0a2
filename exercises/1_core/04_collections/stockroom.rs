// The stockroom
//
// Your first small program: a stockroom that obeys commands, takes them back, and lists what it holds.
// The trait `Stockroom` says what is asked of it; how `Room` remembers its items and its past is up
// to you. `run` feeds it a script, a command on each line.
//
// A refused command changes nothing and is no part of the past. Any number of commands can be taken
// back, and remembering one must stay cheap however many items there are. The layout is judged as
// well: run `rustfmt` on this file at the end.
//
// Read: The Rust Programming Language, chapter 8, Common Collections
// https://doc.rust-lang.org/book/ch08-00-common-collections.html

/// Why a command was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Refusal {
    /// No command looks like that: a strange word, too many or too few, or a count that is no `u32` or 0.
    Unreadable,
    /// More was asked for than there is.
    TooFew { have: u32 },
    /// There would be more of an item than a `u32` can count.
    TooMany,
    /// No command is left to be taken back.
    NothingToUndo,
}

trait Stockroom {
    /// Carries out one command. The words stand apart by one or more spaces, and spaces at the beginning or
    /// the end do not matter.
    ///
    /// * `add bolts 40`: 40 bolts more;
    /// * `take bolts 3`: 3 bolts fewer;
    /// * `merge screws bolts`: all screws become bolts; there has to be a screw, or it is refused with
    ///   `TooFew { have: 0 }`. With the same item twice nothing changes, and it counts as carried out;
    /// * `undo`: takes back the last command that was carried out and is not taken back yet.
    fn obey(&mut self, command: &str) -> Result<(), Refusal>;

    /// How many there are of an item.
    fn count(&self, item: &str) -> u32;

    /// A line such as `bolts 37` for each item of which there is one or more, sorted by name. Each line ends with
    /// `\n`, the last one too.
    fn report(&self) -> String;
}

/// A stockroom in memory; a new one is empty.
#[derive(Debug, Default)]
struct Room {
    // TODO: Decide what a room has to remember.
}

impl Stockroom for Room {
    fn obey(&mut self, command: &str) -> Result<(), Refusal> {
        // TODO: Read the command, refuse it or carry it out, and remember how to take it back.
        todo!("obey {command:?}")
    }

    fn count(&self, item: &str) -> u32 {
        // TODO: Look the item up.
        todo!("count {item:?}")
    }

    fn report(&self) -> String {
        // TODO: List what is there.
        todo!("report on {self:?}")
    }
}

/// Carries out a script, but for its blank lines. Stops at the first refusal, and names the line, from 1.
fn run(room: &mut impl Stockroom, script: &str) -> Result<(), (usize, Refusal)> {
    // TODO: Feed the room line by line.
    todo!("run {script:?} in a room that reports {}", room.report())
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;
    use std::collections::BTreeMap;

    #[global_allocator]
    static HEAP: ::kit::Heap = ::kit::Heap;

    /// A new room in which these commands were carried out.
    fn room_after(script: &str) -> Room {
        let mut room = Room::default();
        for command in script.split("; ") {
            assert_eq!(room.obey(command), Ok(()), "{command:?} in {script:?}");
        }
        room
    }

    #[test]
    fn what_is_added_is_there() {
        let room = room_after("add bolts 40; add nuts 7; add bolts 2");
        assert_eq!(
            (room.count("bolts"), room.count("nuts"), room.count("nails")),
            (42, 7, 0)
        );
        let mut room = Room::default();
        assert_eq!(
            room.obey("  add   Schräubchen  4294967295 "),
            Ok(()),
            "spaces do not matter"
        );
        assert_eq!(room.count("Schräubchen"), u32::MAX);
        let mut rng = ::kit::Rng::salted("what_is_added_is_there");
        for sum in [1_u32, 50, 3_000, 4_000_000_000] {
            let first = rng.below(1_000_000) as u32 + 1;
            let item = format!("pin{first}");
            assert_eq!(room.obey(&format!("add {item} {first}")), Ok(()));
            assert_eq!(room.obey(&format!("add {item} {sum}")), Ok(()));
            assert_eq!(
                room.count(&item),
                first + sum,
                "{first} and {sum} were added"
            );
        }
    }

    #[test]
    fn what_is_taken_is_gone() {
        let mut room = room_after("add bolts 40; take bolts 3; take bolts 36");
        assert_eq!(room.count("bolts"), 1);
        assert_eq!(
            room.obey("take bolts 1"),
            Ok(()),
            "the last one may be taken as well"
        );
        assert_eq!(room.count("bolts"), 0);
        let mut rng = ::kit::Rng::salted("what_is_taken_is_gone");
        for there in 1..=20 {
            let taken = rng.below(there) + 1;
            let room = room_after(&format!("add nuts {there}; take nuts {taken}"));
            assert_eq!(
                room.count("nuts") as usize,
                there - taken,
                "{taken} of {there} were taken"
            );
        }
    }

    #[test]
    fn merged_items_become_others() {
        let room = room_after(
            "add screws 5; add bolts 2; merge screws bolts; add pins 3; merge pins tacks",
        );
        let counts = ["screws", "bolts", "pins", "tacks"].map(|item| room.count(item));
        assert_eq!(counts, [0, 7, 0, 3]);
    }

    #[test]
    fn merging_an_item_with_itself_changes_nothing() {
        for (first, sum) in [(2_u32, 3_u32), (3_000_000_000, 3_000_000_001)] {
            let room = room_after(&format!(
                "add bolts {first}; add bolts 1; merge bolts bolts"
            ));
            assert_eq!(room.count("bolts"), sum);
        }
    }

    #[test]
    fn a_merge_with_itself_is_part_of_the_past() {
        let mut room = room_after("add bolts 1; add nuts 1");
        assert_eq!(room.obey("merge bolts bolts"), Ok(()));
        assert_eq!(room.obey("undo"), Ok(()));
        assert_eq!(
            (room.count("bolts"), room.count("nuts")),
            (1, 1),
            "the merge counts as carried out, so it is the one that is taken back"
        );
    }

    #[test]
    fn what_is_not_there_is_not_merged_with_itself() {
        let mut room = room_after("add bolts 1");
        assert_eq!(
            room.obey("merge nails nails"),
            Err(Refusal::TooFew { have: 0 }),
            "there has to be a nail, also where nothing would change"
        );
    }

    #[test]
    fn the_report_is_sorted_and_leaves_out_what_is_gone() {
        assert_eq!(Room::default().report(), "");
        let room = room_after(
            "add b 1; add e 5; add a 3; add d 2; add c 9; add ab 4; take d 2; merge e f",
        );
        assert_eq!(
            room.report(),
            "a 3\nab 4\nb 1\nc 9\nf 5\n",
            "one line for each item, each ended by a line break, sorted by name"
        );
        let mut rng = ::kit::Rng::salted("the_report_is_sorted_and_leaves_out_what_is_gone");
        let mut numbers: Vec<u32> = (100..150).collect();
        rng.shuffle(&mut numbers);
        let mut room = Room::default();
        for number in numbers {
            assert_eq!(room.obey(&format!("add n{number} {number}")), Ok(()));
        }
        let wanted: String = (100..150)
            .map(|number| format!("n{number} {number}\n"))
            .collect();
        assert_eq!(room.report(), wanted);
    }

    #[test]
    fn no_line_but_a_command_is_obeyed() {
        let mut room = room_after("add bolts 40");
        let lines = [
            "",
            "bolts",
            "add",
            "add bolts",
            "add bolts 0",
            "add bolts -1",
            "add bolts 1 2",
            "add bolts x",
            "take bolts 4294967296",
            "take bolts 0",
            "take bolts",
            "take",
            "take 1 bolts",
            "merge bolts",
            "merge",
            "merge bolts nuts pins",
            "undo bolts",
            "undo undo",
            "Add bolts 1",
            "give bolts 1",
        ];
        for line in lines {
            assert_eq!(room.obey(line), Err(Refusal::Unreadable), "{line:?}");
        }
        assert_eq!(room.report(), "bolts 40\n");
    }

    #[test]
    fn a_refused_command_changes_nothing() {
        let mut room = room_after("add bolts 4294967290; add nuts 6");
        let refused = [
            (
                "take bolts 4294967291",
                Refusal::TooFew {
                    have: 4_294_967_290,
                },
            ),
            ("take nails 1", Refusal::TooFew { have: 0 }),
            ("add bolts 6", Refusal::TooMany),
            ("merge nails nuts", Refusal::TooFew { have: 0 }),
            ("merge nuts bolts", Refusal::TooMany),
            ("merge bolts nuts", Refusal::TooMany),
        ];
        for (command, refusal) in refused {
            assert_eq!(room.obey(command), Err(refusal), "{command:?}");
            let counts = ["bolts", "nuts", "nails"].map(|item| room.count(item));
            assert_eq!(
                counts,
                [4_294_967_290, 6, 0],
                "bolts, nuts and nails after {command:?} was refused"
            );
            assert_eq!(
                room.report().lines().count(),
                2,
                "bolts and nuts after {command:?} was refused"
            );
        }
        assert_eq!(room.obey("take bolts 1"), Ok(()));
        assert_eq!(
            room.obey("merge bolts nuts"),
            Ok(()),
            "now the sum just fits"
        );
        assert_eq!(room.count("nuts"), u32::MAX);
    }

    #[test]
    fn undo_goes_back_step_by_step() {
        let mut room =
            room_after("add bolts 4; add nuts 6; take bolts 4; merge nuts bolts; add nuts 1");
        for (bolts, nuts) in [(6, 0), (0, 6), (4, 6), (4, 0), (0, 0)] {
            assert_eq!(room.obey("undo"), Ok(()));
            assert_eq!(
                (room.count("bolts"), room.count("nuts")),
                (bolts, nuts),
                "bolts and nuts"
            );
        }
        assert_eq!(room.report(), "", "nothing is there any more");
        assert_eq!(
            room.obey("undo"),
            Err(Refusal::NothingToUndo),
            "all five were taken back"
        );
        let mut rng = ::kit::Rng::salted("undo_goes_back_step_by_step");
        let mut sums = vec![0];
        for _ in 0..30 {
            let more = rng.below(1_000) as u32 + 1;
            assert_eq!(room.obey(&format!("add bolts {more}")), Ok(()));
            sums.push(room.count("bolts"));
        }
        while let Some(sum) = sums.pop() {
            assert_eq!(room.count("bolts"), sum, "{} steps are left", sums.len());
            assert_eq!(room.obey("undo").is_ok(), !sums.is_empty());
        }
    }

    #[test]
    fn any_number_of_commands_can_be_taken_back() {
        let mut room = Room::default();
        for sum in 1..=2_000 {
            assert_eq!(room.obey("add bolts 1"), Ok(()));
            assert_eq!(room.count("bolts"), sum);
        }
        for sum in (0..2_000).rev() {
            assert_eq!(
                room.obey("undo"),
                Ok(()),
                "2000 commands were carried out, and {} of them are left",
                sum + 1
            );
            assert_eq!(room.count("bolts"), sum);
        }
        assert_eq!(room.obey("undo"), Err(Refusal::NothingToUndo));
    }

    #[test]
    fn a_refused_command_is_no_part_of_the_past() {
        let mut room = room_after("add bolts 4; add nuts 6");
        for command in [
            "take bolts 5",
            "add nuts 4294967295",
            "merge pins nuts",
            "take pins 1",
            "what",
        ] {
            assert!(room.obey(command).is_err(), "{command:?} should be refused");
        }
        assert_eq!(room.obey("undo"), Ok(()));
        assert_eq!(
            room.report(),
            "bolts 4\n",
            "the last command that was carried out added the nuts"
        );
    }

    #[test]
    fn a_script_runs_to_its_end() {
        let mut room = Room::default();
        assert_eq!(run(&mut room, ""), Ok(()));
        assert_eq!(
            run(&mut room, "add bolts 4\n\n  \nadd nuts 6\nundo\n"),
            Ok(())
        );
        assert_eq!(room.report(), "bolts 4\n");
    }

    #[test]
    fn a_script_stops_at_the_first_refusal() {
        let mut room = Room::default();
        let script = "\nadd bolts 4\n\ntake bolts 5\nadd bolts 1\nwhat";
        assert_eq!(
            run(&mut room, script),
            Err((4, Refusal::TooFew { have: 4 })),
            "blank lines count as well"
        );
        assert_eq!(
            room.report(),
            "bolts 4\n",
            "lines before the refused one were carried out, later ones not"
        );
        assert_eq!(
            run(&mut room, "undo\nundo"),
            Err((2, Refusal::NothingToUndo))
        );
    }

    /// A stockroom that is easy to trust: it keeps all its former states, whatever that costs.
    #[derive(Default)]
    struct Model {
        now: BTreeMap<String, u64>,
        past: Vec<BTreeMap<String, u64>>,
    }

    impl Model {
        fn have(&self, item: &str) -> u64 {
            self.now.get(item).copied().unwrap_or(0)
        }

        /// What a room should answer to this command; the model moves on as the room should.
        fn obey(&mut self, verb: &str, item: &str, count: u64, other: &str) -> Result<(), Refusal> {
            let (have, mut next) = (self.have(item), self.now.clone());
            let few = |have: u64| Refusal::TooFew {
                have: u32::try_from(have).unwrap_or(0),
            };
            match verb {
                "add" => drop(next.insert(item.to_owned(), have + count)),
                "take" if have < count => return Err(few(have)),
                "take" => drop(next.insert(item.to_owned(), have - count)),
                "merge" if have == 0 => return Err(few(0)),
                "merge" => {
                    next.remove(item);
                    *next.entry(other.to_owned()).or_insert(0) += have;
                }
                _ => {
                    self.now = self.past.pop().ok_or(Refusal::NothingToUndo)?;
                    return Ok(());
                }
            }
            if next.values().any(|&count| count > u64::from(u32::MAX)) {
                return Err(Refusal::TooMany);
            }
            self.past.push(std::mem::replace(&mut self.now, next));
            Ok(())
        }

        fn report(&self) -> String {
            let there = self.now.iter().filter(|(_, count)| **count > 0);
            there
                .map(|(item, count)| format!("{item} {count}\n"))
                .collect()
        }
    }

    #[test]
    fn any_script_is_obeyed() {
        let mut rng = ::kit::Rng::salted("any_script_is_obeyed");
        for _ in 0..20 {
            let (mut room, mut model, mut script) =
                (Room::default(), Model::default(), String::new());
            for _ in 0..60 {
                let verb = *rng.pick(&["add", "add", "add", "take", "merge", "undo", "undo"]);
                let (item, other) = (
                    *rng.pick(&["a", "bb", "c", "öl"]),
                    *rng.pick(&["a", "bb", "c", "öl"]),
                );
                let count = *rng.pick(&[1, 2, 3, 5, 2_000_000_000]);
                let command = match verb {
                    "merge" => format!("merge {item} {other}"),
                    "undo" => String::from("undo"),
                    _ => format!("{verb} {item} {count}"),
                };
                script = format!("{script}{command}; ");
                assert_eq!(
                    room.obey(&command),
                    model.obey(verb, item, count, other),
                    "last of {script}"
                );
                assert_eq!(room.report(), model.report(), "after {script}");
            }
        }
    }

    /// Carries out a thousand commands with this verb, and says what each left behind, in bytes.
    fn left_behind_by(verb: &str) -> i64 {
        let mut room = Room::default();
        let name = |number: u32| format!("hexagon-bolt-of-galvanised-steel-{number:07}");
        for number in 0..1_000 {
            assert_eq!(room.obey(&format!("add {} 9", name(number))), Ok(()));
        }
        let commands: Vec<String> = (0..1_000)
            .map(|number| format!("{verb} {} 2", name(number)))
            .collect();
        let (done, seen) =
            ::kit::allocations(|| commands.iter().all(|command| room.obey(command) == Ok(())));
        assert!(done, "there are enough of each");
        seen.kept / 1_000
    }

    #[test]
    fn remembering_a_command_is_cheap() {
        let each = left_behind_by("take");
        assert!(
            each <= 240,
            "each command left {each} bytes behind, and 240 should do"
        );
    }

    #[test]
    fn remembering_what_was_added_is_cheap() {
        let each = left_behind_by("add");
        assert!(
            each <= 240,
            "each `add` left {each} bytes behind, and 240 should do"
        );
    }
}
