//! The rule on trivial answers (R07): what somebody writes who has not thought yet must not pass. It must not hold
//! answers of any exercise; all of them are made from its start, solution and tests.

use std::collections::BTreeSet;

use super::parts::{self, Body};
use super::start::todo;
use super::{Bench, Material, Trial, Work};
use crate::check::{Outcome, Word};
use crate::toolchain::Tool;

/// Literals of the tests beyond this number are not tried.
const MOST_LITERALS: usize = 6;

/// Words under which the learner's code is judged by running or by being called.
const JUDGES_CODE: &[&str] = &["test", "run", "golden", "accept", "reject", "mutants", "doc", "miri"];

/// R07: each trivial answer is judged, and must not pass.
#[must_use]
pub fn fail<'m>(material: &'m Material<'m>, bench: &'m dyn Bench) -> Vec<Trial<'m>> {
    if !material.has_check(JUDGES_CODE) {
        return Vec::new();
    }
    let trial = |(how, work): (String, Work)| {
        let read = move |outcomes: &[Outcome]| {
            let passes = |outcome: &&Outcome| match outcome.word() {
                Word::Passed => true,
                // What only Miri could tell is not told here.
                Word::Partial => bench.has(&Tool::Miri),
                _ => false,
            };
            let say = |_| {
                let mend = "add a test that needs what the exercise asks for";
                material.entry("R07", format!("{how} passes"), mend)
            };
            outcomes.iter().find(passes).map(say).into_iter().collect()
        };
        Trial::new(material, work, Box::new(read))
    };
    answers(material).into_iter().map(trial).collect()
}

/// The trivial answers, each once, each with what it is; those that are the solution itself are left out.
#[must_use]
pub fn answers(material: &Material<'_>) -> Vec<(String, Work)> {
    let mut found: Vec<(String, Work)> = Vec::new();
    let emptied = |new: &dyn Fn(&str) -> String| everywhere(material, &material.start, new);
    found.push(("nothing at all".to_owned(), emptied(&|_| String::new())));
    found.push(("everything in comments".to_owned(), emptied(&commented)));
    for (whose, work) in [("start", &material.start), ("solution", &material.solution)] {
        for body in ["todo!()", "Default::default()"] {
            let new = everywhere(material, work, &|text| replaced(text, &|_| Some(format!(" {body} "))));
            found.push((format!("the {whose} with bodies of `{body}`"), new));
        }
    }
    found.extend(without_regions(material));
    found.extend(constants(material));
    let mut seen: BTreeSet<Vec<(std::path::PathBuf, String)>> =
        [material.open(&material.solution)].into_iter().collect();
    found.retain(|(_, work)| seen.insert(material.open(work)));
    found
}

/// The work with all open sources changed in the same way.
fn everywhere(material: &Material<'_>, work: &Work, new: &dyn Fn(&str) -> String) -> Work {
    let sources = material.open(work);
    sources.iter().fold(work.clone(), |work, (path, text)| material.replaced(&work, path, &new(text)))
}

fn commented(text: &str) -> String {
    text.lines().flat_map(|line| ["// ", line, "\n"]).collect()
}

/// The source with new bodies; `main` and tests of the learner's own are left as they are.
fn replaced(text: &str, new: &dyn Fn(&Body) -> Option<String>) -> String {
    let open: Vec<Body> =
        parts::bodies(text).into_iter().filter(|body| body.name != "main" && !body.is_test).collect();
    parts::with_bodies(text, &open, new)
}

/// Each mark with the lines that belong to it deleted: those below it that are not less indented, up to a blank one.
fn without_regions(material: &Material<'_>) -> Vec<(String, Work)> {
    let mut found = Vec::new();
    for (path, text) in material.open(&material.start) {
        let lines: Vec<&str> = text.lines().collect();
        for (place, line) in lines.iter().enumerate().filter(|(_, line)| todo(line).is_some()) {
            let depth = indent(line);
            let belongs = |line: &&&str| !line.trim().is_empty() && indent(line) >= depth;
            let length = lines[place..].iter().take_while(belongs).count();
            let kept = lines[..place].iter().chain(&lines[place + length..]);
            let kept: String = kept.flat_map(|line| [*line, "\n"]).collect();
            let how = format!("the start without the region of the mark on line {}", place + 1);
            found.push((how, material.replaced(&material.start, &path, &kept)));
        }
    }
    found
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Functions that return a literal of the tests.
fn constants(material: &Material<'_>) -> Vec<(String, Work)> {
    let mut found = Vec::new();
    let literals = material.ours().iter().flat_map(|text| parts::literals(text)).collect::<Vec<_>>();
    let whole = |work: &Work| material.open(work).iter().all(|(_, text)| syn::parse_file(text).is_ok());
    let base = if whole(&material.start) { &material.start } else { &material.solution };
    for literal in literals.iter().filter(|literal| is_text(literal)).take(MOST_LITERALS) {
        found.push(constant(material, base, literal, &["str", "String"]));
    }
    for literal in literals.iter().filter(|literal| is_number(literal)).take(MOST_LITERALS) {
        found.push(constant(material, base, literal, &NUMBERS));
    }
    for word in ["true", "false"] {
        found.push(constant(material, base, word, &["bool"]));
    }
    found
}

const NUMBERS: [&str; 14] =
    ["u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize", "f32", "f64"];

fn is_text(literal: &str) -> bool {
    literal.starts_with('"')
}

fn is_number(literal: &str) -> bool {
    literal.starts_with(|c: char| c.is_ascii_digit())
}

/// Every function that returns one of these types, perhaps in an `Option` or a `Result`, returns this literal; the others
/// stay as they are.
fn constant(material: &Material<'_>, base: &Work, literal: &str, types: &[&str]) -> (String, Work) {
    let body = |body: &Body| {
        let last_word = |text: &str| {
            let text = text.trim_start_matches('&');
            text.rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default().to_owned()
        };
        let fits = |text: &str| types.contains(&last_word(text).as_str());
        let value = |kind: &str| {
            if kind.ends_with("String") { format!("{literal}.into()") } else { literal.to_owned() }
        };
        if let Some(inside) = body.returns.strip_prefix("Option<").and_then(|rest| rest.strip_suffix('>')) {
            return fits(inside).then(|| format!(" Some({}) ", value(inside)));
        }
        if let Some(inside) = body.returns.strip_prefix("Result<") {
            let inside = inside.split(',').next().unwrap_or_default().trim_end_matches('>');
            return fits(inside).then(|| format!(" Ok({}) ", value(inside)));
        }
        let plain = !body.returns.contains(['<', '[', '(']);
        (plain && fits(&body.returns)).then(|| format!(" {} ", value(&body.returns)))
    };
    let work = everywhere(material, base, &|text| replaced(text, &body));
    (format!("`{literal}` returned by every function of its type"), work)
}
