use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use tally::cli::{Cli, Input, Job};

fn read(line: &str) -> Result<Cli, clap::Error> {
    Cli::try_parse_from(line.split_whitespace())
}

#[track_caller]
fn understood(line: &str) -> Cli {
    read(line)
        .unwrap_or_else(|error| panic!("`{line}` is a proper call, but came back with: {error}"))
}

/// Refused by clap: with exit code 2, the option, the value, and a way to the help.
#[track_caller]
fn assert_refused(line: &str, option: &str, value: &str) {
    let error = match read(line) {
        Ok(cli) => {
            panic!("`{line}` should be refused because of {option}, and was taken as {cli:?}")
        }
        Err(error) => error,
    };
    let text = error.to_string();
    assert_eq!(error.exit_code(), 2, "`{line}`: a wrong call ends with 2");
    assert!(
        text.contains(option) && text.contains(&format!("'{value}'")) && text.contains("--help"),
        "`{line}`: the message should name {option}, the value '{value}' and the way to --help, as clap's own \
         messages do for a value that its parser refuses; it says:\n{text}"
    );
    let first = text.lines().next().unwrap_or_default();
    let why = first.rsplit_once("': ").map_or("", |(_, why)| why);
    assert!(
        why.split_whitespace().count() > 1,
        "`{line}`: behind option and value belongs the reason, which a parser of your own gives; it says:\n{text}"
    );
}

fn input(job: &Job) -> &Input {
    match job {
        Job::Sum { input } | Job::Top { input, .. } | Job::Hist { input, .. } => input,
    }
}

fn files(cli: &Cli) -> Vec<PathBuf> {
    input(&cli.job)
        .files
        .iter()
        .map(|file| Path::new(file).to_path_buf())
        .collect()
}

#[test]
fn the_definition_is_sound() {
    Cli::command().debug_assert();
}

#[test]
fn each_command_reads_its_column_and_files() {
    let mut rng = kit::Rng::salted("tally_1_arguments: columns");
    for words in ["sum", "top", "hist --bins 4"] {
        let column = rng.within(1..5000_usize);
        let cli = understood(&format!("tally {words} --column {column} a.csv - b.csv"));
        assert_eq!(input(&cli.job).column.get(), column);
        assert_eq!(files(&cli), ["a.csv", "-", "b.csv"].map(PathBuf::from));
    }
    assert!(
        files(&understood("tally sum --column 1")).is_empty(),
        "no file at all is allowed"
    );
}

#[test]
fn a_column_is_asked_for_and_counted_from_one() {
    let error = read("tally sum a.csv").expect_err("without a column nothing can be added");
    assert_eq!(error.kind(), ErrorKind::MissingRequiredArgument);
    assert_refused("tally top --column 0 a.csv", "--column", "0");
    assert_refused("tally sum --column two", "--column", "two");
}

#[test]
fn the_count_is_ten_and_has_limits() {
    let count = |line: &str| match understood(line).job {
        Job::Top { count, .. } => count,
        other => panic!("`{line}` became {other:?}"),
    };
    assert_eq!(count("tally top --column 1"), 10, "ten if nothing is said");
    let drawn = kit::Rng::salted("tally_1_arguments: count").within(2..1000_u16);
    for wanted in [1, drawn, 1000] {
        assert_eq!(
            count(&format!("tally top --column 1 --count {wanted}")),
            wanted
        );
    }
    assert_refused("tally top --column 1 --count 0", "--count", "0");
    assert_refused("tally top --column 1 --count 1001", "--count", "1001");
}

#[test]
fn bins_have_limits() {
    let drawn = kit::Rng::salted("tally_1_arguments: bins").within(2..1000_u16);
    for wanted in [1, drawn, 1000] {
        match understood(&format!("tally hist --column 1 --bins {wanted}")).job {
            Job::Hist {
                bins: Some(bins),
                width: None,
                ..
            } => assert_eq!(bins, wanted),
            other => panic!("bins of {wanted} became {other:?}"),
        }
    }
    assert_refused("tally hist --column 1 --bins 0", "--bins", "0");
    assert_refused("tally hist --column 1 --bins 1001", "--bins", "1001");
}

#[test]
fn a_width_is_finite_and_above_zero() {
    let drawn = f64::from(kit::Rng::salted("tally_1_arguments: width").within(1..4000_u16)) / 8.0;
    match understood(&format!("tally hist --column 1 --width {drawn}")).job {
        Job::Hist {
            bins: None,
            width: Some(width),
            ..
        } => {
            assert!(
                (width - drawn).abs() < 1e-9,
                "a width of {drawn} became {width}"
            );
        }
        other => panic!("a width of {drawn} became {other:?}"),
    }
    for value in ["1e-9", "1e300"] {
        understood(&format!("tally hist --column 1 --width {value}"));
    }
    for value in ["0", "NaN", "inf", "1e999", "wide"] {
        assert_refused(
            &format!("tally hist --column 1 --width {value}"),
            "--width",
            value,
        );
    }
    assert_refused("tally hist --column 1 --width=-2.5", "--width", "-2.5");
}

#[test]
fn bins_and_width_exclude_each_other_and_one_is_needed() {
    let both = read("tally hist --column 1 --bins 4 --width 2").expect_err("both at once");
    assert_eq!(
        both.kind(),
        ErrorKind::ArgumentConflict,
        "bins and width are two answers to one question: {both}"
    );
    let none = read("tally hist --column 1 a.csv").expect_err("neither");
    assert_eq!(
        none.kind(),
        ErrorKind::MissingRequiredArgument,
        "one of bins and width is needed: {none}"
    );
}

#[test]
fn a_delimiter_is_one_printable_ascii_character() {
    assert_eq!(
        understood("tally sum --column 1").delimiter,
        ',',
        "a comma if nothing is said"
    );
    assert_eq!(
        understood("tally --delimiter tab sum --column 1").delimiter,
        '\t',
        "`tab` is a word for it"
    );
    for plain in [';', '|', '~', '!', 'x', '7'] {
        assert_eq!(
            understood(&format!("tally --delimiter {plain} sum --column 1")).delimiter,
            plain
        );
    }
    let space = Cli::try_parse_from(["tally", "--delimiter", " ", "sum", "--column", "1"])
        .expect("a space is printable");
    assert_eq!(space.delimiter, ' ');
    for value in ["\"", "é", "ab", "tabs", "\u{7f}", "\u{1}"] {
        assert_refused(
            &format!("tally --delimiter {value} sum --column 1"),
            "--delimiter",
            value,
        );
    }
}

#[test]
fn the_delimiter_may_stand_behind_the_command() {
    for line in [
        "tally sum --column 1 --delimiter ; a.csv",
        "tally hist --bins 3 --column 1 a.csv --delimiter ;",
    ] {
        assert_eq!(understood(line).delimiter, ';');
    }
}

#[test]
fn behind_two_dashes_everything_is_a_file() {
    let cli = understood("tally sum --column 2 -- --column -x a.csv");
    assert_eq!(files(&cli), ["--column", "-x", "a.csv"].map(PathBuf::from));
    assert_eq!(
        read("tally sum --column 2 -x")
            .expect_err("an option")
            .kind(),
        ErrorKind::UnknownArgument
    );
}

#[cfg(unix)]
#[test]
fn a_file_name_need_not_be_utf8() {
    use std::os::unix::ffi::{OsStrExt, OsStringExt};
    let mut bytes = kit::Rng::salted("tally_1_arguments: name").bytes(6);
    bytes.retain(|byte| *byte != 0);
    bytes.insert(0, b'x');
    bytes.push(0xff);
    let argv = ["tally", "sum", "--column", "1"]
        .map(OsString::from)
        .into_iter();
    let cli = Cli::try_parse_from(argv.chain([OsString::from_vec(bytes.clone())])).unwrap_or_else(
        |error| panic!("the system allows this file name, so tally must take it: {error}"),
    );
    assert_eq!(files(&cli)[0].as_os_str().as_bytes(), bytes);
}

#[test]
fn every_command_and_option_has_help() {
    let mut tally = Cli::command();
    tally.build();
    assert_eq!(
        tally
            .get_subcommands()
            .filter(|command| command.get_name() != "help")
            .count(),
        3
    );
    for command in tally
        .get_subcommands()
        .filter(|command| command.get_name() != "help")
    {
        let name = command.get_name();
        assert!(
            command.get_about().is_some(),
            "`tally {name}` has no line that says what it does"
        );
        for arg in command.get_arguments() {
            let says = arg.get_help().map(ToString::to_string).unwrap_or_default();
            assert!(
                says.chars().any(char::is_alphabetic),
                "`tally {name} --help` says nothing about `{}`",
                arg.get_id()
            );
        }
    }
    let top = tally
        .find_subcommand_mut("top")
        .expect("there is `tally top`")
        .render_help()
        .to_string();
    assert!(
        top.contains("[default: 10]"),
        "the help should show what holds if nothing is said:\n{top}"
    );
}

#[test]
fn a_delimiter_can_be_seen() {
    for value in ["\t", "\n", "\r", "\u{a0}", ""] {
        let words = ["tally", "--delimiter", value, "sum", "--column", "1"];
        let read = Cli::try_parse_from(words);
        assert!(
            matches!(&read, Err(error) if error.to_string().contains("--delimiter")),
            "{value:?} is no printable character, and the message should name --delimiter: {read:?}"
        );
    }
}
