// Borrow instead
//
// A running club keeps a diary: one time for each run, in the order of the days. `enter` adds a run
// and returns three facts for the notice board. All its answers are right. Only, each helper takes its
// input by value, so `enter` copies the whole team and the whole diary again and again.
//
// Let the helpers borrow what they only look at; `enter` keeps its signature. Apart from the room that
// a growing diary may need, a call of `enter` may ask the heap for one block: one helper has a good reason to work on
// a copy of its own. Which one?
//
// Read: The Rust Programming Language, chapter 4.2, References and Borrowing
// https://doc.rust-lang.org/book/ch04-02-references-and-borrowing.html

// TODO: Change what the helpers take, from here to `middle`.

/// How many characters wide a name is.
fn width(name: String) -> usize {
    name.chars().count()
}

/// The width of the widest name on the team.
fn widest(team: Vec<String>) -> usize {
    let mut widest = 0;
    for name in team {
        widest = widest.max(width(name));
    }
    widest
}

/// Whether somebody of this name is on the team.
fn is_member(team: Vec<String>, name: String) -> bool {
    for member in team {
        if member == name {
            return true;
        }
    }
    false
}

/// The shortest time in the diary.
fn best(diary: Vec<u32>) -> u32 {
    let mut best = u32::MAX;
    for seconds in diary {
        best = best.min(seconds);
    }
    best
}

/// The time in the middle when all are put in order; of two in the middle, the longer one.
fn middle(mut diary: Vec<u32>) -> u32 {
    diary.sort_unstable();
    diary[diary.len() / 2]
}

/// Adds the run of a member to the diary, and leaves out the run of anybody else. Returns the width of
/// the widest name, the best time and the middle time. The diary holds at least one run.
fn enter(team: &[String], name: &str, diary: &mut Vec<u32>, seconds: u32) -> (usize, u32, u32) {
    // TODO: Hand over references where a reference will do.
    if is_member(team.to_vec(), name.to_string()) {
        diary.push(seconds);
    }
    (
        widest(team.to_vec()),
        best(diary.clone()),
        middle(diary.clone()),
    )
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[global_allocator]
    static HEAP: ::kit::Heap = ::kit::Heap;

    fn team(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| name.to_string()).collect()
    }

    /// A diary with these runs and room for more, so that adding a run needs no new block.
    fn diary(runs: &[u32]) -> Vec<u32> {
        let mut diary = Vec::with_capacity(runs.len() + 10);
        diary.extend_from_slice(runs);
        diary
    }

    fn some_runs(rng: &mut ::kit::Rng, count: usize) -> Vec<u32> {
        (0..count)
            .map(|_| u32::try_from(rng.between(900, 4_000)).unwrap())
            .collect()
    }

    #[test]
    fn three_facts_come_back() {
        let team = team(&["Imke", "Zoë", "Bartholomew"]);
        let mut diary = diary(&[1_500, 1_200]);
        assert_eq!(enter(&team, "Zoë", &mut diary, 1_300), (11, 1_200, 1_300));
        assert_eq!(
            enter(&team, "Imke", &mut diary, 1_100),
            (11, 1_100, 1_300),
            "of 1200 and 1300 the longer"
        );
        assert_eq!(enter(&team, "Imke", &mut diary, 1_050), (11, 1_050, 1_200));
    }

    #[test]
    fn a_name_is_as_wide_as_its_characters() {
        let mut diary = diary(&[1_500]);
        assert_eq!(
            enter(&team(&["Zoë", "Chloé"]), "Zoë", &mut diary, 1_300).0,
            5,
            "é is one character"
        );
        assert_eq!(
            enter(&team(&["Chloé", "Bo"]), "Zoë", &mut diary, 1_300).0,
            5,
            "the first may be the widest"
        );
        assert_eq!(
            enter(&[], "Zoë", &mut diary, 1_300).0,
            0,
            "nobody is on the team"
        );
    }

    #[test]
    fn only_the_runs_of_members_are_entered() {
        let team = team(&["Imke", "Zoë", "Bo"]);
        let mut diary = diary(&[1_500]);
        assert_eq!(
            enter(&team, "Zo", &mut diary, 700),
            (4, 1_500, 1_500),
            "Zo is not Zoë"
        );
        assert_eq!(diary, [1_500], "the run of a guest is left out");
        for member in ["Imke", "Zoë", "Bo"] {
            enter(&team, member, &mut diary, 1_600);
        }
        assert_eq!(
            diary.len(),
            4,
            "all three are members, wherever they stand in the list"
        );
    }

    #[test]
    fn best_and_middle_hold_for_any_diary() {
        let mut rng = ::kit::Rng::salted("borrow_instead: any diary");
        let team = team(&["Bo"]);
        for count in 1..30 {
            let mut diary = diary(&some_runs(&mut rng, count));
            let (_, best, middle) = enter(&team, "Bo", &mut diary, 1_000);
            let below = diary.iter().filter(|run| **run < middle).count();
            let above = diary.iter().filter(|run| **run > middle).count();
            assert_eq!(diary.iter().min(), Some(&best), "the best of {diary:?}");
            assert!(diary.contains(&middle), "{middle} is none of {diary:?}");
            let place = diary.len() / 2;
            assert!(
                below <= place && above < diary.len() - place,
                "{middle} is not the middle of {diary:?}"
            );
        }
    }

    #[test]
    fn the_diary_stays_in_the_order_of_the_days() {
        let mut rng = ::kit::Rng::salted("borrow_instead: order");
        let team = team(&["Bo"]);
        let mut expected = some_runs(&mut rng, 12);
        expected.extend([3_000, 1_000, 2_000]);
        let mut diary = diary(&expected);
        enter(&team, "Bo", &mut diary, 2_500);
        expected.push(2_500);
        assert_eq!(
            diary, expected,
            "one run was added at the end, and nothing else has moved"
        );
    }

    #[test]
    fn the_diary_is_copied_once_at_most() {
        let mut rng = ::kit::Rng::salted("borrow_instead: long diary");
        let (team, name) = (team(&[""]), "");
        let mut diary = diary(&some_runs(&mut rng, 500));
        let (_, seen) = ::kit::allocations(|| enter(&team, name, &mut diary, 1_000));
        let one_copy = 4 * 501;
        assert!(
            seen.bytes <= one_copy * 5 / 4,
            "one copy of this diary takes {one_copy} bytes, and a call of `enter` asked for {}: \
             something copies the diary that only looks at it",
            seen.bytes
        );
    }

    #[test]
    fn one_block_is_enough_however_large_the_team() {
        let mut rng = ::kit::Rng::salted("borrow_instead: large team");
        let names: Vec<String> = (1..=40).map(|len| rng.text(len)).collect();
        let mut diary = diary(&some_runs(&mut rng, 15));
        let (facts, seen) = ::kit::allocations(|| enter(&names, &names[39], &mut diary, 1_000));
        assert_eq!(facts.0, 40, "the last name is the widest");
        assert!(
            seen.count <= 1,
            "a call of `enter` may ask the heap for one block, and this one asked {} times",
            seen.count
        );
    }
}
