use no_wildcards::{Advice, Signal, advice, lamps, may_walk, next};

const ALL: [Signal; 6] = [
    Signal::Red,
    Signal::RedAndAmber,
    Signal::Amber(3),
    Signal::Amber(0),
    Signal::Green,
    Signal::Dark,
];

#[test]
fn drivers_are_told_what_to_do() {
    use Advice::{GiveWay, Go, Stop};
    assert_eq!(
        ALL.map(advice),
        [Stop, Stop, Stop, Stop, Go, GiveWay],
        "for {ALL:?}"
    );
}

#[test]
fn lit_lamps_are_counted() {
    assert_eq!(ALL.map(lamps), [1, 2, 1, 1, 1, 0], "for {ALL:?}");
}

#[test]
fn people_cross_at_red_only() {
    assert_eq!(
        ALL.map(may_walk),
        [true, false, false, false, false, false],
        "for {ALL:?}"
    );
}

#[test]
fn lights_go_round() {
    let mut round = [
        Signal::Red,
        Signal::RedAndAmber,
        Signal::Green,
        Signal::Amber(3),
    ];
    round.rotate_left(::kit::Rng::salted("no_wildcards: round").below(4));
    let mut seen = vec![round[0]];
    for place in 0..8 {
        seen.push(next(seen[place]));
    }
    let expected: Vec<Signal> = round.into_iter().cycle().take(9).collect();
    assert_eq!(seen, expected, "beginning at {:?}", round[0]);
    assert_eq!(next(Signal::Dark), Signal::Dark, "dark lights stay dark");
}

#[test]
fn an_amber_of_any_length_is_an_amber() {
    let mut rng = ::kit::Rng::salted("no_wildcards: amber");
    for _ in 0..20 {
        let amber = Signal::Amber(rng.within(0..1_000_000_u32));
        assert_eq!(
            (advice(amber), lamps(amber), may_walk(amber), next(amber)),
            (Advice::Stop, 1, false, Signal::Red),
            "at {amber:?}"
        );
    }
}
