// A loader that never falls over
//
// `load` reads the settings of a cold store. As long as a file is flawless it works; the first typing
// error ends the whole program, and nobody learns where the error was. Let `load` return the first
// fault of the file instead, with the line it stands in. All files that load today load as before.
// `Fault` says which fault means what; leave it and `Store` as they are. You are done when the
// checks pass and no `unwrap`, `expect`, `panic!`, `unreachable!` or index in brackets is left, not even a
// checked one: a later change may take the check away.
//
// Read: The Rust Programming Language, chapter 9.2, Recoverable Errors with Result
// https://doc.rust-lang.org/book/ch09-02-recoverable-errors-with-result.html

#[derive(Debug, PartialEq)]
struct Store {
    name: String,
    door: u16,
    pause: u32,
    range: (i32, i32),
}

/// Lines are counted from 1, with comments and empty lines, as an editor counts them.
#[derive(Debug, PartialEq)]
enum Fault {
    /// A line without `=`.
    NoEquals { line: usize },
    /// A key that is not in `Store`.
    UnknownKey { line: usize },
    /// A value, or one end of a range, that is not a number or does not fit.
    BadNumber { line: usize },
    /// A range without `..`, which is looked for before the two ends are read.
    NoRange { line: usize },
    /// All lines were good, but a key is missing; the first one, in the order of `Store`.
    Missing { key: &'static str },
}

fn load(text: &str) -> Result<Store, Fault> {
    let mut name = None;
    let mut door = None;
    let mut pause = None;
    let mut range = None;
    for (before, raw) in text.lines().enumerate() {
        let line = before + 1;
        let content = raw.trim();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        // TODO: Name the line where one of these gives up.
        let (key, value) = content.split_once('=').unwrap();
        match key.trim() {
            "name" => name = Some(value.trim().to_string()),
            "door" => door = Some(value.trim().parse().unwrap()),
            "pause" => pause = Some(value.trim().parse().unwrap()),
            "range" => range = Some(read_range(value)),
            other => panic!("line {line}: unknown key {other}"),
        }
    }
    // TODO: Name the key that no line has set.
    Ok(Store {
        name: name.unwrap(),
        door: door.unwrap(),
        pause: pause.unwrap(),
        range: range.unwrap(),
    })
}

// TODO: Let a range say what is wrong with it, and where it stands.
fn read_range(value: &str) -> (i32, i32) {
    let ends: Vec<&str> = value.splitn(2, "..").collect();
    (
        ends[0].trim().parse().unwrap(),
        ends[1].trim().parse().unwrap(),
    )
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    const GOOD: &str = "# the cold store at the harbour\n\nname = North = left\n  door=8080\npause = 15\n\nrange = -4 .. 7\n";

    fn good() -> Store {
        Store {
            name: "North = left".to_string(),
            door: 8080,
            pause: 15,
            range: (-4, 7),
        }
    }

    /// The good file with `old` replaced.
    fn with(old: &str, new: &str) -> String {
        assert!(
            GOOD.contains(old),
            "the check itself is wrong: {old:?} is not in the file"
        );
        GOOD.replacen(old, new, 1)
    }

    #[test]
    fn a_good_file_loads() {
        assert_eq!(
            load(GOOD),
            Ok(good()),
            "only the first `=` of a line separates key and value"
        );
    }

    #[test]
    fn a_line_without_equals_is_named() {
        let file = with("pause = 15", "pause 15");
        assert_eq!(
            load(&file),
            Err(Fault::NoEquals { line: 5 }),
            "comments and empty lines count as lines"
        );
    }

    #[test]
    fn an_unknown_key_is_named() {
        let file = with("pause = 15", "pause = 15\nwindow = 2");
        assert_eq!(
            load(&file),
            Err(Fault::UnknownKey { line: 6 }),
            "`window` stands in line 6"
        );
    }

    #[test]
    fn a_value_that_is_no_number_is_named() {
        let file = with("8080", "eighty");
        assert_eq!(
            load(&file),
            Err(Fault::BadNumber { line: 4 }),
            "`eighty` stands in line 4"
        );
        let file = with("8080", "70000");
        assert_eq!(
            load(&file),
            Err(Fault::BadNumber { line: 4 }),
            "70000 does not fit into the door's u16"
        );
        let file = with("15", "");
        assert_eq!(
            load(&file),
            Err(Fault::BadNumber { line: 5 }),
            "nothing at all is not a number"
        );
    }

    #[test]
    fn a_broken_range_is_named() {
        let file = with("-4 .. 7", "-4");
        assert_eq!(
            load(&file),
            Err(Fault::NoRange { line: 7 }),
            "one number is not a range"
        );
        let file = with("-4 .. 7", "cold");
        assert_eq!(
            load(&file),
            Err(Fault::NoRange { line: 7 }),
            "without `..` there are no ends that could be bad numbers"
        );
        let file = with("-4 .. 7", "cold .. 7");
        assert_eq!(
            load(&file),
            Err(Fault::BadNumber { line: 7 }),
            "the lower end is not a number"
        );
        let file = with("-4 .. 7", "-4 .. ");
        assert_eq!(
            load(&file),
            Err(Fault::BadNumber { line: 7 }),
            "the upper end is empty"
        );
    }

    #[test]
    fn a_missing_key_is_named() {
        let all = [
            ("name = North = left", "name"),
            ("door=8080", "door"),
            ("pause = 15", "pause"),
        ];
        for (line, key) in all.into_iter().chain([("range = -4 .. 7", "range")]) {
            assert_eq!(
                load(&with(line, "")),
                Err(Fault::Missing { key }),
                "no line sets `{key}`"
            );
        }
        assert_eq!(
            load(""),
            Err(Fault::Missing { key: "name" }),
            "`name` is the first key of `Store`"
        );
        let mut rng = ::kit::Rng::salted("unwrap_diet: a missing key");
        for _ in 0..20 {
            let (mut file, _) = draw(&mut rng);
            let key = *rng.pick(&["name", "door", "pause", "range"]);
            file.retain(|line| !line.trim().starts_with(key));
            assert_eq!(
                load(&file.join("\n")),
                Err(Fault::Missing { key }),
                "the file was {file:#?}"
            );
        }
    }

    #[test]
    fn the_first_fault_counts() {
        let file = "door = open\npause\nheight = 3\n";
        assert_eq!(
            load(file),
            Err(Fault::BadNumber { line: 1 }),
            "three lines are bad, the first is line 1"
        );
        let file = "door = 1\npause\nheight = 3\n";
        assert_eq!(
            load(file),
            Err(Fault::NoEquals { line: 2 }),
            "a bad line comes before a missing key"
        );
    }

    #[test]
    fn a_later_line_does_not_heal_a_bad_one() {
        let file = with("door=8080", "door=front\ndoor=8080");
        assert_eq!(
            load(&file),
            Err(Fault::BadNumber { line: 4 }),
            "line 4 stays bad, whatever line 5 says"
        );
        let mut rng = ::kit::Rng::salted("unwrap_diet: a later line does not heal");
        for _ in 0..20 {
            let (mut file, _) = draw(&mut rng);
            let line = 1 + rng.below(3);
            file.splice(
                0..0,
                ["# a bad line follows", "", ""]
                    .map(String::from)
                    .into_iter()
                    .take(line - 1),
            );
            file.insert(line - 1, format!("{} = soon", rng.pick(&["door", "pause"])));
            assert_eq!(
                load(&file.join("\n")),
                Err(Fault::BadNumber { line }),
                "the file was {file:#?}"
            );
        }
    }

    #[test]
    fn files_in_any_order_load() {
        let mut rng = ::kit::Rng::salted("unwrap_diet: files in any order");
        for _ in 0..40 {
            let (file, store) = draw(&mut rng);
            assert_eq!(load(&file.join("\n")), Ok(store), "the file was {file:#?}");
        }
    }

    #[test]
    fn one_bad_line_anywhere_is_found() {
        let mut rng = ::kit::Rng::salted("unwrap_diet: one bad line");
        for _ in 0..80 {
            let (mut file, _) = draw(&mut rng);
            let at = rng.below(file.len() + 1);
            let line = at + 1;
            let bad = [
                ("range", Fault::NoEquals { line }),
                ("doors = 4", Fault::UnknownKey { line }),
                ("pause = -1", Fault::BadNumber { line }),
                ("door = 4th", Fault::BadNumber { line }),
                ("range = 3 ... 5", Fault::BadNumber { line }),
                ("range = 3-5", Fault::NoRange { line }),
            ];
            let (text, fault) = rng.pick(&bad);
            file.insert(at, text.to_string());
            assert_eq!(
                load(&file.join("\n")).as_ref(),
                Err(fault),
                "the file was {file:#?}"
            );
        }
    }

    /// A good file in a random order, comments and empty lines between, and what it holds.
    fn draw(rng: &mut ::kit::Rng) -> (Vec<String>, Store) {
        let store = Store {
            name: format!("store {}", rng.below(1000)),
            door: u16::try_from(rng.below(65_536)).unwrap_or(0),
            pause: u32::try_from(rng.below(100_000)).unwrap_or(0),
            range: (
                i32::try_from(rng.between(-40, 0)).unwrap_or(0),
                i32::try_from(rng.between(0, 40)).unwrap_or(0),
            ),
        };
        let mut file = vec![
            format!("name = {}", store.name),
            format!("door = {}", store.door),
            format!("  pause={}  ", store.pause),
            format!("range = {} .. {}", store.range.0, store.range.1),
            "# measured in degrees".to_string(),
            String::new(),
            "   ".to_string(),
        ];
        rng.shuffle(&mut file);
        (file, store)
    }

    #[test]
    fn a_bad_line_is_not_passed_over() {
        for bad in ["pause", "window = 2", "pause = soon", "range = cold"] {
            let file = format!("{GOOD}{bad}\n");
            assert!(
                !matches!(load(&file), Ok(_) | Err(Fault::Missing { .. })),
                "{bad:?} is a fault of its own, and it came {:?}",
                load(&file)
            );
        }
    }

    #[test]
    fn of_two_lines_with_one_key_the_later_counts() {
        let file = format!("name = South\ndoor = 1\npause = 2\nrange = 3 .. 4\n{GOOD}");
        assert_eq!(
            load(&file),
            Ok(good()),
            "such a file loads today, with what the later lines say"
        );
    }
}
