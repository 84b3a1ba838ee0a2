// Who chooses the type
//
// Two traits are missing here, and they differ in one point: who decides what comes out.
// `Open` has a method `open(self)`. A container holds one kind of `Content`, and whoever opens it must
// not have to say which: a `Letter` opens to its text, a `Crate` to its weights.
// `ConvertTo` has a method `convert(&self)`, and its caller chooses among several targets: `Seconds`
// become whole `Minutes`, or a `String` such as "2:05". The checks add a third target of their own.
// Design both traits so that this works, and implement them.
//
// Read: Rust By Example, Associated types
// https://doc.rust-lang.org/rust-by-example/generics/assoc_items/types.html

// TODO: Define `Open`, with a type called `Content`, and implement it for both containers.
struct Letter {
    text: String,
}

struct Crate {
    weights: Vec<u32>,
}

// TODO: Define `ConvertTo`, and implement it for both targets.
struct Seconds(u64);

#[derive(Debug, PartialEq)]
struct Minutes(u64);

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    /// Opens everything. Nobody says here what is inside: the type of the container decides that.
    fn open_all<C: Open>(containers: Vec<C>) -> Vec<C::Content> {
        containers
            .into_iter()
            .map(|container| container.open())
            .collect()
    }

    #[derive(Debug, PartialEq)]
    struct Hours(u64);

    /// A third form in which a caller may ask for the same seconds.
    impl ConvertTo<Hours> for Seconds {
        fn convert(&self) -> Hours {
            Hours(self.0 / 3600)
        }
    }

    #[test]
    fn a_letter_opens_to_its_text() {
        let text = Letter {
            text: "meet me at noon".to_string(),
        }
        .open();
        assert_eq!(
            text.len(),
            15,
            "a letter has 15 bytes of text inside, and no annotation was needed"
        );
    }

    #[test]
    fn a_crate_opens_to_its_weights() {
        let weights = Crate {
            weights: vec![4, 10, 3],
        }
        .open();
        assert_eq!(
            weights.iter().max(),
            Some(&10),
            "the heaviest of three, and no annotation was needed"
        );
    }

    #[test]
    fn many_containers_open_alike() {
        let letters = ["first", "second"].map(|text| Letter {
            text: text.to_string(),
        });
        let texts = open_all(Vec::from(letters));
        assert_eq!(
            texts.concat(),
            "firstsecond",
            "the contents come in the order of the letters"
        );
        let crates = open_all(vec![Crate { weights: vec![7] }, Crate { weights: vec![] }]);
        assert_eq!(crates, [vec![7], vec![]], "one full crate and an empty one");
    }

    #[test]
    fn minutes_are_whole() {
        let minutes: Minutes = Seconds(119).convert();
        assert_eq!(minutes, Minutes(1), "59 seconds are no whole minute");
    }

    #[test]
    fn text_shows_minutes_and_seconds() {
        let text: String = Seconds(119).convert();
        assert_eq!(text, "1:59");
        let text: String = Seconds(3605).convert();
        assert_eq!(text, "60:05", "two digits behind the colon");
        let mut rng = ::kit::Rng::salted("assoc_or_param: text");
        for _ in 0..20 {
            let (minutes, seconds) = (rng.below(200), rng.below(10));
            let text: String = Seconds((minutes * 60 + seconds) as u64).convert();
            assert_eq!(text, format!("{minutes}:0{seconds}"), "{minutes} minutes and {seconds} seconds");
        }
    }

    #[test]
    fn the_caller_chooses_among_the_forms() {
        let time = Seconds(7260);
        let (minutes, hours): (Minutes, Hours) = (time.convert(), time.convert());
        assert_eq!((minutes, hours), (Minutes(121), Hours(2)), "7260 seconds, asked for twice");
        let time = Seconds(::kit::Rng::salted("assoc_or_param: forms").below(100_000) as u64);
        let (hours, minutes): (Hours, Minutes) = (time.convert(), time.convert());
        assert_eq!((hours.0, minutes.0), (time.0 / 3600, time.0 / 60), "{} seconds, asked for twice", time.0);
    }

    #[test]
    fn drawn_times_and_contents() {
        let mut rng = ::kit::Rng::salted("assoc_or_param: drawn times and contents");
        for _ in 0..30 {
            let (whole, rest) = (rng.below(200) as u64, rng.below(60) as u64);
            let time = Seconds(whole * 60 + rest);
            let (minutes, text): (Minutes, String) = (time.convert(), time.convert());
            assert_eq!(minutes, Minutes(whole), "{} seconds", time.0);
            assert_eq!(
                text,
                format!("{whole}:{}{}", rest / 10, rest % 10),
                "{} seconds",
                time.0
            );

            let text = rng.text(5);
            assert_eq!(
                Letter { text: text.clone() }.open(),
                text,
                "the text, unchanged"
            );
            let weights: Vec<u32> = (0..rng.below(5)).map(|_| rng.below(100) as u32).collect();
            assert_eq!(
                Crate {
                    weights: weights.clone()
                }
                .open(),
                weights,
                "the weights, unchanged"
            );
        }
    }
}
