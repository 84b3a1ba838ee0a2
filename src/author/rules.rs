//! The table of rules, from which docs/rules.md is made. It must not judge: each rule's function stands in the file that
//! the table names.

use crate::message::Weight;

/// One rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// `R05`.
    pub id: &'static str,
    /// What breaking it means.
    pub weight: Weight,
    /// What has to be so.
    pub wants: &'static str,
    /// Why.
    pub reason: &'static str,
}

const fn error(id: &'static str, wants: &'static str, reason: &'static str) -> Rule {
    Rule { id, weight: Weight::Error, wants, reason }
}

const fn warning(id: &'static str, wants: &'static str, reason: &'static str) -> Rule {
    Rule { id, weight: Weight::Warning, wants, reason }
}

/// All rules, in order.
pub const RULES: &[Rule] = &[
    error(
        "R01",
        "A name has 3 to 32 small letters, digits and `_`, begins with a letter, and is unique; tier A or B; 5 to 120 minutes.",
        "Names are typed, and are crates; nobody plans an evening around an exercise that takes two.",
    ),
    warning(
        "R02",
        "A topic has 3 to 8 exercises, one of tier A at least; where the set has a `docs/coverage.toml`, each of its lines leads to an exercise, or says in a note why it does not.",
        "Fewer do not cover a topic, more are not finished.",
    ),
    error(
        "R03",
        "Topics and exercises are in an order; no step of tier A carries on from one of tier B.",
        "Whoever goes the first way through never meets tier B.",
    ),
    error(
        "R05",
        "The start fails for exactly `fails_with`.",
        "Another failure than the intended one teaches something else, or nothing.",
    ),
    error(
        "R06",
        "The start is formatted, has 1 to 5 `TODO` marks that are sentences, and a header of at most 12 lines (a project step 25).",
        "What is to do must be found at a glance, and no editor should change the file before its owner does.",
    ),
    error(
        "R07",
        "Trivial answers fail: nothing at all, everything a comment, bodies of `todo!()` or `Default::default()`, the region of a mark deleted, a literal of the tests returned.",
        "What passes without a thought was not judged.",
    ),
    error(
        "R08",
        "A start whose checks were edited is judged as before.",
        "Edited tests must change nothing but a note.",
    ),
    warning(
        "R09",
        "A stub names its parameters in its `todo!`, rather than hiding them behind `_`.",
        "A parameter called `_text` teaches a wrong signature, and a warning about an unused one is noise.",
    ),
    error(
        "R10",
        "The solution passes every check, in debug and release, and neither the compiler, clippy nor rustfmt has anything to say.",
        "It is what learners take for good style.",
    ),
    error(
        "R11",
        "The solution is near the start: at most 40 tokens taken away or written for up to 10 minutes, 150 for less than 20, 600 for up to 45, 1500 for more and for packages.",
        "An exercise is as large as what has to be written.",
    ),
    error(
        "R12",
        "A check takes at most 5 s, of a package 45 s, with Miri 180 s, on a machine that does nothing else, and 2 GiB.",
        "Who waits longer looks elsewhere.",
    ),
    error(
        "R13",
        "Run after run gives the same result (three at the gate, `--runs 20` by hand), and no test reads a clock.",
        "A verdict that changes by itself is believed by nobody.",
    ),
    error(
        "R14",
        "Tier A has at least one differently built answer (`alt_`), and it passes.",
        "Tests that only know one spelling judge taste.",
    ),
    error(
        "R15",
        "At least 6 mutants of the solution compile (12 for a project step), and the checks notice at least 85 % of them; those left have a reason.",
        "A test that no fault can break says nothing.",
    ),
    error(
        "R16",
        "At least two wrong answers (`wrong_`), each with a trap: it fails for exactly the trap's failures and is told what the trap says.",
        "A known misconception deserves better than an error message.",
    ),
    error(
        "R17",
        "Probes come in both kinds, at least one in `accept/` and one in `reject/`; each opens with what it shows, and those in `reject/` mark their errors.",
        "Judging only what is refused is passed by whoever refuses everything.",
    ),
    error(
        "R18",
        "At least 30 % of the items of a prediction go against the common guess, which is what a declared wrong answer says; every item has a why.",
        "What everybody guesses right teaches nobody.",
    ),
    error(
        "R19",
        "`witness.toml` names a class for each witness; the reference is confirmed, one that only panics is not.",
        "A panic is not undefined behaviour.",
    ),
    error(
        "R20",
        "A budget (`assert!(count <= 200, …)` in the checks of a file that counts) is what a right answer takes and at most a quarter more (fifty times as much ends what would not end), and an answer that it catches exceeds it twofold.",
        "A loose budget lets the slow way pass, a close one fails who is unlucky.",
    ),
    error(
        "R21",
        "At least a third of the tests with values draw their input from `Rng::salted` (of a package, where its tests use the support crate), and the solution passes under five salts (`--runs 50` by hand: fifty).",
        "Answers learned by heart should not pass.",
    ),
    error(
        "R22",
        "Exercises in writing tests have broken variants, correct ones too, and each says what it is.",
        "Tests that fail for everything find nothing.",
    ),
    error(
        "R23",
        "Nothing is permitted that neither the start nor an answer needs.",
        "Each permit is a way around the checks.",
    ),
    error(
        "R24",
        "Three hints: 15 to 60 words without code, 30 to 120 words with the mechanism, then the key line.",
        "Help in three sizes lets people take as little as they need.",
    ),
    error(
        "R25",
        "The first two hints share no six tokens in a row with what the solution adds, and the first names nothing that is new in it.",
        "A hint that is the answer ends the exercise.",
    ),
    error(
        "R26",
        "The header has exactly one `Read:` link, and all links are in the set's `links.txt`.",
        "A dead link is worse than none; what is in the list was looked at.",
    ),
    warning(
        "R27",
        "A header has at most 120 words (a project step 300); no version numbers in prose, no placeholder names.",
        "Short texts are read, versions age, and `foo` says nothing.",
    ),
    error(
        "R28",
        "What a learner is shown of the failing start and of each wrong answer has at most 60 lines and names the command that runs it again.",
        "The first failure is the one to mend; the others bury it.",
    ),
    error(
        "R29",
        "Packages have no git dependencies, no path out of the set, and only crates of the set's table; over the whole set, the table's lock file is there, and all it names comes from a registry, under terms that ask for no more than a notice (`licences.toml`).",
        "It has to build without a network, tomorrow too.",
    ),
    error(
        "R30",
        "The tests of a project step pass on its reference and fail on the reference before it.",
        "A step whose tests pass beforehand asks for nothing.",
    ),
    error(
        "R31",
        "Without Miri an exercise that needs it is unavailable or partial, never passed or failed. (The other tools are the program's business, and hidden in turn by `tests/hidden_tools.rs`.)",
        "A missing tool is not the learner's fault.",
    ),
    error(
        "R33",
        "No eight lines in a row are those of another set (`--peers DIR`).",
        "Every sentence and every line is our own.",
    ),
    error(
        "R34",
        "The note has three lines: `Goal:`, `Out of scope:` and `Misconceptions:`; the ids stand in the traps.",
        "Whoever changes the exercise has to know what it is for.",
    ),
    error(
        "R35",
        "What was judged is recorded with its content; changed content is judged again.",
        "Old evidence says nothing about a new text.",
    ),
    error(
        "R36",
        "Nothing says `STILL TO WRITE:` any more: not the start, the solution, an answer, the entry or the topic's README.",
        "What `new` put there is about bottles, and nobody meant it for learners.",
    ),
];

/// What breaking this rule means; an unknown one is an error.
#[must_use]
pub fn weight(id: &str) -> Weight {
    RULES.iter().find(|rule| rule.id == id).map_or(Weight::Error, |rule| rule.weight)
}
