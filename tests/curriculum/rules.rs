//! Each rule on the smallest set that breaks it, and how that is said.

use std::fmt::Write as _;

use crate::support::{Files, NUMBERS_TOML, WORDS_TOML, entry};

type Spoil = fn(Files) -> Files;

/// What is wrong with each of these, under its name.
fn told(cases: &[(&str, Spoil)], good: &Files) -> String {
    assert_eq!(good.faults(), "", "the set to be spoilt is good");
    let mut told = String::new();
    for (name, spoil) in cases {
        let error = spoil(good.clone()).load().expect_err(name);
        assert!(!error.faults.is_empty(), "{name}");
        _ = write!(told, "== {name}\n{error}\n\n");
    }
    told
}

#[test]
fn the_map() {
    let cases: &[(&str, Spoil)] = &[
        ("nothing there", |set| set.without("info.toml")),
        ("empty", |set| set.with("info.toml", "")),
        ("no table", |set| set.with("info.toml", "format_version = 2\n= 3\n[[stages\n")),
        ("unknown format", |set| set.edit("info.toml", "format_version = 2", "format_version = 3")),
        ("format in words", |set| set.edit("info.toml", "format_version = 2", "format_version = \"two\"")),
        ("no lists", |set| set.with("info.toml", "format_version = 2\nstages = 1\ntopics = [1]\n")),
        ("unknown key", |set| set.edit("info.toml", "goal = \"Begin.\"", "goal = \"Begin.\"\ngaol = 1")),
        ("missing keys", |set| {
            set.edit("info.toml", "title = \"Words\"\n", "").edit("info.toml", "goal = \"Begin.\"\n", "")
        }),
        ("wrong type", |set| set.edit("info.toml", "title = \"Words\"", "title = 3")),
        ("unknown key of a reading", |set| set.edit("info.toml", "minutes = 10", "minutes = 10, pages = 3")),
        ("unknown stage", |set| {
            set.edit("info.toml", "stage = \"first\"", "stage = \"frist\"")
                .without(WORDS_TOML)
                .without(NUMBERS_TOML)
        }),
        ("unknown topic required", |set| {
            set.edit("info.toml", "[\"words\"]", "[\"wordz\", \"words\", \"words\"]")
        }),
        ("required by itself", |set| set.edit("info.toml", "[\"words\"]", "[\"numbers\"]")),
        ("a circle of topics", |set| {
            set.edit("info.toml", "title = \"Words\"", "title = \"Words\"\nrequires = [\"loops\"]")
        }),
        ("two topics of one name", |set| set.edit("info.toml", "id = \"loops\"", "id = \"words\"")),
        ("topic called as a stage", |set| set.edit("info.toml", "id = \"loops\"", "id = \"first\"")),
        ("bad ids", |set| set.edit("info.toml", "id = \"loops\"", "id = \"../loops\"")),
        ("reserved ids", |set| {
            set.edit("info.toml", "id = \"loops\"", "id = \"nul\"")
                .edit("info.toml", "id = \"second\"", "id = \"all\"")
                .edit("info.toml", "stage = \"second\"", "stage = \"all\"")
        }),
        ("escapes in titles", |set| {
            set.edit("info.toml", "title = \"Words\"", "title = \"\\u001b[2JWords\"")
        }),
        ("empty and long titles", |set| {
            set.edit("info.toml", "title = \"Words\"", "title = \" \"").edit(
                "info.toml",
                "title = \"Numbers\"",
                "title = \"Num\\nbers\"",
            )
        }),
        ("links that are none", |set| {
            set.edit("info.toml", "https://example.org/book", "javascript:alert(1)")
        }),
        ("links with quotes", |set| set.edit("info.toml", "https://example.org/book", "https://a' --help")),
        ("reading in no time", |set| set.edit("info.toml", "minutes = 10", "minutes = 0")),
        ("no UTF-8", |mut set| {
            set.0.insert("info.toml".to_owned(), b"format_version = 2\n\n# \xff\n".to_vec());
            set
        }),
        ("a stray directory", |set| set.with("exercises/1_first/03_number/topic.toml", "")),
    ];
    insta::assert_snapshot!("the_map", told(cases, &Files::good()));
}

#[test]
fn exercises() {
    let cases: &[(&str, Spoil)] = &[
        ("broken syntax", |set| set.with(WORDS_TOML, "[[exercises]]\nname = \"greet\nkind = 3 4\n")),
        ("unknown keys", |set| set.greet("hint = \"h\"\nlimits = { second = 3 }\noptions = { speed = 1 }")),
        ("missing keys", |set| set.with(WORDS_TOML, "[[exercises]]\nname = \"greet\"\n\n[[exercises]]\n")),
        ("wrong types", |set| set.greet("hints = \"h\"").edit(NUMBERS_TOML, "minutes = 5", "minutes = -5")),
        ("no table", |set| set.with(WORDS_TOML, "exercises = [3]\n")),
        ("no list", |set| set.with(WORDS_TOML, "exercises = 3\nexercise = 4\n")),
        ("bad names", |set| set.plus("Big", "").plus("a-b", "").plus("ab", "")),
        ("reserved names", |set| set.plus("kit", "").plus("match", "").plus("std", "").plus("all", "")),
        ("a device", |set| set.with(NUMBERS_TOML, &entry("com1", ""))),
        ("names twice", |set| set.plus("greet", "").plus("third", "formerly = [\"count\"]")),
        ("called as a topic", |set| set.plus("loops", "")),
        ("bad former names", |set| set.greet("formerly = [\"../greet\"]")),
        ("unknown checks", |set| {
            set.plus("third", "").edit(NUMBERS_TOML, "[\"test\"]", "[\"tset\", \"measure\"]")
        }),
        ("no checks", |set| set.edit(NUMBERS_TOML, "[\"test\"]", "[]")),
        ("a check twice", |set| set.edit(NUMBERS_TOML, "[\"test\"]", "[\"test\", \"run\", \"test\"]")),
        ("unknown topic", |set| set.greet("after = [\"number\", \"words\", \"loops\", \"loops\"]")),
        ("wrong tier", |set| set.edit(NUMBERS_TOML, "\"A\"", "\"a\"")),
        ("no time", |set| set.edit(NUMBERS_TOML, "minutes = 5", "minutes = 0")),
        ("bad needs", |set| {
            set.greet("needs = [\"miri?\", \"mri\", \"target:\", \"target:wasm32-unknown-unknown\"]")
        }),
        ("limits", |set| set.greet("limits = { seconds = 0, build_seconds = 9999, memory_mb = 1 }")),
        ("options", |set| {
            set.greet("options = { editions = [], profiles = [\"fast\", \"debug\", \"debug\"], seeds = 0 }")
        }),
        ("editions", |set| set.greet("options = { editions = [\"2042\"] }")),
        ("odd words", |set| {
            set.greet("crates = [\"a b\"]\ndeny = [\"clippy::\", \"foo::bar\"]\npermit = [\"un-safe\"]")
        }),
        ("a crate beside the table", |set| set.greet("crates = [\"regex\"]")),
        ("signatures", |set| set.greet("fails_with = [\"E0106\", \"E0106@9\", \"E0106@9\", \"tests:x\"]")),
        ("steps", |set| {
            set.greet("step = 0\ncarry = \"next\"").edit(
                NUMBERS_TOML,
                "fails_with",
                "carry = \"previous\"\nfails_with",
            )
        }),
        ("steps without a project", |set| set.greet("step = 2\ncarry = \"previous\"")),
    ];
    insta::assert_snapshot!("exercises", told(cases, &Files::good()));
}

#[test]
fn facts() {
    let cases: &[(&str, Spoil)] = &[
        ("unknown keys", |set| {
            set.greet(
                "[[exercises.source]]\nfact = \"a\"\ntoken = 3\n[[exercises.emit]]\nfact = \"b\"\nkinds = 1",
            )
            .edit(NUMBERS_TOML, "fails_with", "doc = { example = [] }\nfails_with")
        }),
        ("checks without facts", |set| {
            set.edit(NUMBERS_TOML, "[\"test\"]", "[\"source\", \"emit\", \"doc\"]")
        }),
        ("facts without checks", |set| {
            set.greet(
                "source = [{ fact = \"a\", tokens = 3 }]\ndoc = { refusals = [\"E0382\"] }\n\
                 emit = [{ fact = \"a\", kind = \"mir\", absent = [\"panic\"] }]",
            )
        }),
        ("rules about tokens", |set| {
            set.edit(NUMBERS_TOML, "[\"test\"]", "[\"source\"]").edit(
                NUMBERS_TOML,
                "fails_with",
                "source = [{ fact = \"a b\", tokens = 0 }, { fact = \"c\" }, { fact = \"c\", forbid = [] },\n\
                 { fact = \"d\", forbid = [\"f(\"], tokens = 3, within = \"\" },\n\
                 { fact = \"e\", require = [\"loop\"], most = 2, but_for = [\"x\"], says = \"\" }]\nfails_with",
            )
        }),
        ("rules about what is emitted", |set| {
            set.edit(NUMBERS_TOML, "[\"test\"]", "[\"emit\", \"doc\"]").edit(
                NUMBERS_TOML,
                "fails_with",
                "emit = [{ fact = \"a\", kind = \"asn\" }, { fact = \"b\", kind = \"symbols\", function = \"f\", \
                 absent = [\"x\"] },\n{ fact = \"c\", kind = \"asm\", function = \"f g\", absent = [\"\"], \
                 arch = [\"x68_64\"] }]\ndoc = { examples = [\"a b\"], refusals = [\"382\"] }\nfails_with",
            )
        }),
        ("checks without their files", |set| {
            set.edit(NUMBERS_TOML, "[\"test\"]", "[\"golden\", \"mutants\"]")
                .with("exercises/1_first/02_numbers/count/variants/correct/other.rs", "")
        }),
    ];
    insta::assert_snapshot!("facts", told(cases, &Files::good()));
    let fine = Files::good().edit(NUMBERS_TOML, "[\"test\"]", "[\"source\", \"emit\", \"doc\"]").edit(
        NUMBERS_TOML,
        "fails_with",
        "source = [{ fact = \"a\", forbid = [\"fn $ident<$lifetime\"], most = 2, within = \"impl Ring\" },\n\
         { fact = \"b\", same_as_start = true, but_for = [\"#[rustfmt::skip]\"] }]\n\
         emit = [{ fact = \"a\", kind = \"asm\", function = \"Ring::push\", absent = [\"panic\"], arch = [\"x86_64\"] }]\n\
         doc = { examples = [\"Ring::push\"], refusals = [\"E0382\"] }\nfails_with",
    );
    assert_eq!(fine.faults(), "");
}

/// `count` as a package that runs in a machine, with these runs.
fn in_a_machine(set: Files, runs: &str) -> Files {
    set.without("exercises/1_first/02_numbers/count.rs")
        .without("solutions/1_first/02_numbers/count.rs")
        .with("exercises/1_first/02_numbers/count/Cargo.toml.in", "")
        .with("exercises/1_first/02_numbers/count/machine/hello.txt", "hello\n")
        .with("solutions/1_first/02_numbers/count/src/main.rs", "")
        .edit(NUMBERS_TOML, "[\"test\"]", "[\"machine\"]")
        .edit(NUMBERS_TOML, "fails_with", &format!("machine = [{runs}]\nfails_with"))
}

#[test]
fn runs_in_machines() {
    let cases: &[(&str, Spoil)] = &[
        ("nothing to run", |set| set.edit(NUMBERS_TOML, "[\"test\"]", "[\"machine\"]")),
        ("no check", |set| set.greet("machine = [{ run = \"a\", kind = \"rv32\", output = \"hello.txt\" }]")),
        ("a file exercise", |set| {
            set.edit(NUMBERS_TOML, "[\"test\"]", "[\"machine\"]").edit(
                NUMBERS_TOML,
                "fails_with",
                "machine = [{ run = \"a\", kind = \"rv32\", output = \"hello.txt\" }]\nfails_with",
            )
        }),
        ("unknown keys", |set| {
            in_a_machine(
                set,
                "{ run = \"a\", kind = \"rv32\", outputs = \"x\" },\n\
                 { run = \"b\", kind = \"real_mode\", output = \"machine/hello.txt\", set = { ax = 1 } }, { kind = \"rv32\" }",
            )
        }),
        ("names and kinds", |set| {
            in_a_machine(
                set,
                "{ run = \"a b\", kind = \"rv64\" },\n\
                 { run = \"c\", kind = \"rv32\", output = \"machine/hello.txt\" },\n\
                 { run = \"c\", kind = \"rv32\", output = \"machine/hello.txt\", steps = 0, says = \"\" }",
            )
        }),
        ("files", |set| {
            in_a_machine(
                set,
                "{ run = \"a\", kind = \"wasm\" }, { run = \"b\", kind = \"rv32\" },\n\
                 { run = \"c\", kind = \"rv32\", output = \"machine/hallo.txt\" },\n\
                 { run = \"d\", kind = \"wasm\", session = \"../../secret\" }",
            )
        }),
        ("what another machine has", |set| {
            in_a_machine(
                set,
                "{ run = \"a\", kind = \"wasm\", session = \"machine/hello.txt\", exit = 3, set = { ds = 1 } },\n\
                 { run = \"b\", kind = \"real_mode\", output = \"machine/hello.txt\", input = \"x\", session = \"machine/hello.txt\" }",
            )
        }),
    ];
    insta::assert_snapshot!("runs_in_machines", told(cases, &Files::good()));
    let fine = in_a_machine(
        Files::good(),
        "{ run = \"a\", kind = \"rv32\", output = \"machine/hello.txt\", input = \"x\", exit = 1, steps = 1000 },\n\
         { run = \"b\", kind = \"real_mode\", output = \"machine/hello.txt\", set = { ds = 0xFFFF, df = 1 } },\n\
         { run = \"c\", kind = \"wasm\", session = \"machine/hello.txt\", says = \"So it is.\" }",
    );
    assert_eq!(fine.faults(), "");
}

#[test]
fn texts_and_traps() {
    let trap = |fails: &str, belief: &str, says: &str| {
        format!("[[exercises.traps]]\nfails = {fails}\nbelief = \"{belief}\"\nsays = \"{says}\"\n")
    };
    let mut told = String::new();
    for (name, more) in [
        ("a hint that clears the screen", "hints = [\"fine\", \"\\u001b[2Jnot fine\"]".to_owned()),
        ("a hint that turns a line round", "hints = [\"a\\u202eb\"]".to_owned()),
        ("an empty hint", "hints = [\"\"]".to_owned()),
        ("a note with a bell", "note = \"ping \\u0007\"".to_owned()),
        ("a trap with an escape", trap("[\"fmt\"]", "a.b", "\\u009b31m")),
        (
            "two traps alike",
            trap("[\"fmt\", \"crashed\"]", "a.b", "s") + &trap("[\"crashed\", \"fmt\"]", "c.d", "s"),
        ),
        ("a trap without failures", trap("[]", "a.b", "s")),
        ("a trap with a bad signature", trap("[\"format\"]", "a.b", "s")),
        ("a trap without words", trap("[\"fmt\"]", "A b", " ")),
        ("an answer elsewhere", trap("[\"fmt\"]", "a.b", "s") + "answer = \"../../etc/passwd\"\n"),
        ("an unknown key", trap("[\"fmt\"]", "a.b", "s") + "answers = \"x\"\n"),
    ] {
        let error = Files::good().greet(&more).load().expect_err(name);
        _ = write!(told, "== {name}\n{error}\n\n");
    }
    insta::assert_snapshot!("texts_and_traps", told);
}

#[test]
fn files() {
    let package = "exercises/1_first/01_words/greet/Cargo.toml.in";
    let cases: &[(&str, Spoil)] = &[
        ("no start", |set| set.without("exercises/1_first/01_words/greet.rs")),
        ("no solution", |set| set.without("solutions/1_first/01_words/greet.rs")),
        ("file and package", |set| set.with("exercises/1_first/01_words/greet/Cargo.toml.in", "")),
        ("package without a solution", |set| {
            set.without("exercises/1_first/01_words/greet.rs")
                .with("exercises/1_first/01_words/greet/Cargo.toml.in", "")
        }),
        ("locked in a file", |set| set.greet("locked = [\"tests/**\"]")),
        ("locked outside", |set| set.greet("locked = [\"../**\", \"/etc/*\", \"C:\\\\x\", \"tests/nul\"]")),
    ];
    insta::assert_snapshot!("files", told(cases, &Files::good()));
    let with_package = Files::good()
        .without("exercises/1_first/01_words/greet.rs")
        .with(package, "")
        .with("solutions/1_first/01_words/greet/src/lib.rs", "")
        .greet("locked = [\"tests/**\"]");
    assert_eq!(with_package.faults(), "");
}

#[test]
fn all_faults_are_told_at_once() {
    let set = Files::good()
        .edit("info.toml", "requires = [\"words\"]", "requires = [\"wordz\"]")
        .greet("hints = [\"\\u001b\"]\nneeds = [\"x\"]")
        .without("solutions/1_first/02_numbers/count.rs");
    let faults = set.load().unwrap_err().faults;
    let places: Vec<_> = faults.iter().map(|fault| (fault.file.to_str().unwrap(), fault.line)).collect();
    assert_eq!(
        places,
        [(WORDS_TOML, Some(7)), (WORDS_TOML, Some(8)), (NUMBERS_TOML, Some(2)), ("info.toml", Some(23))]
    );
}

#[test]
fn the_first_format() {
    let cases: &[(&str, Spoil)] = &[
        ("no exercises", |set| set.with("info.toml", "format_version = 1\nexercises = []\n")),
        ("no list of exercises", |set| set.with("info.toml", "format_version = 1\n")),
        ("no name and no hint", |set| {
            set.with("info.toml", "format_version = 1\n[[exercises]]\ndir = \"a\"\n")
        }),
        ("wrong types", |set| set.edit("info.toml", "hint = \"h\"", "hint = \"h\"\ntest = \"yes\"")),
        ("a name twice", |set| {
            set.edit("info.toml", "name = \"loose\"", "name = \"1st\"\ndir = \"00_start\"")
        }),
        ("a name that leaves", |set| set.edit("info.toml", "name = \"loose\"", "name = \"../loose\"")),
        ("a directory that leaves", |set| set.edit("info.toml", "00_start", "../../etc")),
        ("a directory with a drive", |set| set.edit("info.toml", "00_start", "C:")),
        ("an absolute directory", |set| set.edit("info.toml", "00_start", "/etc")),
        ("a device", |set| set.edit("info.toml", "loose", "nul")),
        ("no file", |set| set.without("exercises/loose.rs")),
        ("an escape in the hint", |set| set.edit("info.toml", "\"h\"", "\"\\u001b[1m\"")),
        ("an escape in the welcome", |set| {
            set.edit("info.toml", "= 1\n", "= 1\nwelcome_message = \"\\u0007\"\n")
        }),
        ("a broken manifest", |set| set.with("Cargo.toml", "[lints\n")),
    ];
    insta::assert_snapshot!("the_first_format", told(cases, &Files::format_one()));
}

#[test]
fn too_much_is_refused_quickly() {
    let begun = std::time::Instant::now();
    let flood: String = (0..100_000).map(|_| "[[exercises]]\n").collect();
    assert!(Files::good().with(WORDS_TOML, &flood).faults().contains("more than 20000 exercises"));
    let inline = format!("exercises = [{}]\n", "{},".repeat(30_000));
    assert!(Files::good().with(WORDS_TOML, &inline).faults().contains("more than 20000 exercises"));
    let large = "#".repeat(50 * 1024 * 1024);
    assert!(Files::good().with(WORDS_TOML, &large).faults().contains("larger than 2048 KiB"));
    let source = "/".repeat(1024 * 1024 + 1);
    let path = "exercises/1_first/01_words/greet.rs";
    assert!(Files::good().with(path, &source).faults().contains("greet.rs is larger than 1024 KiB"));
    let topics = "[[topics]]\nid = \"ttt\"\n".repeat(5_001);
    let info = format!("format_version = 2\nstages = []\n{topics}");
    assert!(Files::default().with("info.toml", &info).faults().contains("more than 5000 topics"));
    // Generous, for an unoptimised build on a busy machine; what it must not be is minutes.
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}

#[test]
fn a_thousand_faults_are_counted_and_not_all_shown() {
    let many: String = (0..1_000).map(|i| entry(&format!("missing_{i}"), "")).collect();
    let faults = Files::good().with(WORDS_TOML, &many).load().unwrap_err().faults;
    assert!((200..=201).contains(&faults.len()), "{}", faults.len());
}
