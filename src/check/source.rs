//! `source`: named facts about the learner's tokens. It needs no tool and runs nothing; comments, doc
//! comments, strings and layout never count. It must not judge behaviour, nor one spelling where another
//! is as good: that is for the author of the facts to see to.

use super::build;
use super::tokens::{self, Kind, Pattern, Token};
use super::{Check, Context, Judgement, Step, Verdict};
use crate::curriculum::Exercise;
use crate::curriculum::facts::{SourceFact, SourceRule};
use crate::process::Finished;
use crate::toolchain::Tool;

/// The check word `source`.
pub struct Source;

impl Check for Source {
    fn name(&self) -> &'static str {
        "source"
    }

    fn passes_when(&self) -> &'static str {
        "every fact that the exercise names holds for the learner's tokens: what must or must not stand there, how many there may be, or that they are those of the start but for layout"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &["source:<fact>", "source:unreadable"]
    }

    fn tools(&self, _: &Exercise) -> Vec<Tool> {
        Vec::new()
    }

    fn next(&self, cx: &Context<'_>, _: &[Finished]) -> Step {
        if let Some(refused) = build::refusal(cx) {
            return Step::Verdict(refused);
        }
        Step::Verdict(match tokens::read(&cx.sheet.theirs) {
            Ok(tokens) => judge(&cx.exercise.source, &tokens, &cx.sheet.start),
            Err(line) => Judgement::of(
                Verdict::Failed,
                format!("line {line}: from here on it cannot be read as Rust; is a quote or a bracket open?"),
            )
            .with_signatures(["source:unreadable".to_owned()]),
        })
    }
}

/// A fact that does not hold: where, if at one place, and what to do.
struct Breach {
    line: Option<usize>,
    what: String,
}

fn judge(facts: &[SourceFact], tokens: &[Token], start: &str) -> Judgement {
    let breaches: Vec<(&SourceFact, Breach)> =
        facts.iter().filter_map(|fact| Some((fact, breach(fact, tokens, start)?))).collect();
    let Some((first, breach)) = breaches.first() else { return Judgement::passed() };
    let what = first.says.as_ref().unwrap_or(&breach.what);
    let reason = match breach.line {
        Some(line) => format!("line {line}: {what}"),
        None => what.clone(),
    };
    // The author's sentence says why; what was counted still helps.
    let detail = if first.says.is_some() { breach.what.clone() } else { String::new() };
    let signatures = breaches.iter().map(|(fact, _)| format!("source:{}", fact.name));
    Judgement::of(Verdict::Failed, reason).with_signatures(signatures).with_detail(detail)
}

fn breach(fact: &SourceFact, all: &[Token], start: &str) -> Option<Breach> {
    let tokens = match &fact.within {
        None => all,
        Some(head) => match tokens::item(all, &Pattern::new(head)) {
            Some(item) => item,
            // Otherwise another name would be a way round every fact.
            None => return Some(Breach { line: None, what: format!("`{head}` is no longer there") }),
        },
    };
    let place = fact.within.as_ref().map(|head| format!(" in `{head}`")).unwrap_or_default();
    match &fact.rule {
        SourceRule::Require(patterns) => {
            let missing =
                patterns.iter().find(|pattern| Pattern::new(pattern).find_all(tokens).is_empty())?;
            Some(Breach { line: None, what: format!("`{missing}` does not stand{place}, and it should") })
        }
        SourceRule::Forbid { patterns, most } => forbidden(patterns, *most, &place, tokens),
        SourceRule::Tokens(most) => {
            let count = tokens.len();
            let what = format!("{count} tokens stand{place}, {most} are allowed; comments do not count");
            (count > *most as usize).then_some(Breach { line: None, what })
        }
        SourceRule::SameAsStart { but_for } => {
            let start = tokens::read(start).unwrap_or_default();
            let start = match &fact.within {
                Some(head) => tokens::item(&start, &Pattern::new(head)).unwrap_or_default(),
                None => &start,
            };
            changed(&settled(tokens, but_for), &settled(start, but_for))
        }
    }
}

fn forbidden(patterns: &[String], most: u32, place: &str, tokens: &[Token]) -> Option<Breach> {
    let mut found: Vec<(usize, &String)> = Vec::new();
    for pattern in patterns {
        let places = Pattern::new(pattern).find_all(tokens);
        found.extend(places.into_iter().map(|place| (tokens[place.start].line, pattern)));
    }
    found.sort_by_key(|(line, _)| *line);
    let count = found.len();
    // The first that is too many is the one to look at.
    let (line, pattern) = found.into_iter().nth(most as usize)?;
    let what = match most {
        0 => format!("`{pattern}` has no place{place} here"),
        _ => format!("`{pattern}` stands{place} {count} times, {most} are allowed"),
    };
    Some(Breach { line: Some(line), what })
}

/// The tokens without what a formatter moves: a comma before a closing bracket or behind a block, and the
/// order of imports; and without what may come and go.
fn settled(tokens: &[Token], but_for: &[String]) -> Vec<Token> {
    let mut free = vec![false; tokens.len()];
    for pattern in but_for {
        for place in Pattern::new(pattern).find_all(tokens) {
            free[place].fill(true);
        }
    }
    for (place, token) in tokens.iter().enumerate() {
        let closes = tokens.get(place + 1).is_some_and(|next| next.kind == Kind::Close);
        let ends_block = place > 0 && tokens[place - 1].text == "}";
        free[place] |= token.text == "," && (closes || ends_block);
    }
    let kept: Vec<Token> =
        tokens.iter().zip(free).filter(|(_, free)| !free).map(|(token, _)| token.clone()).collect();
    imports_in_order(&kept)
}

/// Sorts neighbouring `use …;`, as rustfmt does, and what stands in their braces.
fn imports_in_order(tokens: &[Token]) -> Vec<Token> {
    let mut sorted = Vec::with_capacity(tokens.len());
    let mut imports: Vec<Vec<Token>> = Vec::new();
    let mut rest = tokens;
    while !rest.is_empty() {
        let end = rest.iter().position(|token| token.text == ";").filter(|_| rest[0].text == "use");
        if let Some(end) = end {
            let mut import = rest[..=end].to_vec();
            // Which name stands where inside is layout too; the same names are the same import.
            import.sort_by(|a, b| a.text.cmp(&b.text));
            imports.push(import);
            rest = &rest[end + 1..];
            continue;
        }
        flush(&mut imports, &mut sorted);
        sorted.push(rest[0].clone());
        rest = &rest[1..];
    }
    flush(&mut imports, &mut sorted);
    sorted
}

fn flush(imports: &mut Vec<Vec<Token>>, into: &mut Vec<Token>) {
    let text = |import: &[Token]| import.iter().map(|token| token.text.clone()).collect::<Vec<_>>();
    imports.sort_by_key(|import| text(import));
    into.extend(imports.drain(..).flatten());
}

fn changed(theirs: &[Token], start: &[Token]) -> Option<Breach> {
    let same = |(a, b): (&Token, &Token)| a.kind == b.kind && a.text == b.text;
    let place = theirs.iter().zip(start).position(|pair| !same(pair));
    let place = place.or_else(|| (theirs.len() != start.len()).then(|| theirs.len().min(start.len())))?;
    let line = theirs.get(place).or(theirs.last()).map(|token| token.line);
    let what = match (theirs.get(place), start.get(place)) {
        (Some(new), Some(old)) => {
            format!("`{}` stands where the start has `{}`; only the layout may change", new.text, old.text)
        }
        (Some(new), None) => format!("`{}` was added to the start; only the layout may change", new.text),
        (None, Some(old)) => format!("`{}` of the start is gone; only the layout may change", old.text),
        (None, None) => return None,
    };
    Some(Breach { line, what })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::Desk;

    fn fact(name: &str, rule: SourceRule) -> SourceFact {
        SourceFact { name: name.to_owned(), rule, within: None, says: None }
    }

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|&word| word.to_owned()).collect()
    }

    fn forbid(list: &[&str]) -> SourceRule {
        SourceRule::Forbid { patterns: words(list), most: 0 }
    }

    const START: &str =
        "use b::B;\nuse a::{C, A};\nfn total(x: u8) -> u8 { match x { 0 => {1}, _ => (x) } }\n";

    fn judged(facts: Vec<SourceFact>, theirs: &str) -> Judgement {
        let mut desk = Desk::new(theirs, &format!("{START}// == checks ==\nmod checks {{}}\n"));
        desk.exercise.source = facts;
        desk.verdict(&Source, &[])
    }

    fn failed(facts: Vec<SourceFact>, theirs: &str) -> (Vec<String>, String) {
        let judged = judged(facts, theirs);
        assert_eq!(judged.verdict, Verdict::Failed, "{theirs}");
        (judged.signatures.into_iter().collect(), judged.reason)
    }

    #[test]
    fn what_is_required_has_to_stand_there_as_tokens() {
        let rule = || vec![fact("by_loop", SourceRule::Require(words(&["loop", "break $any"])))];
        assert_eq!(judged(rule(), "fn f() { loop { break 3; } }").verdict, Verdict::Passed);
        let (signatures, reason) = failed(rule(), "// loop\nfn f() { \"loop break 3\" }");
        assert_eq!(
            (signatures, reason.as_str()),
            (words(&["source:by_loop"]), "`loop` does not stand, and it should")
        );
    }

    #[test]
    fn what_is_forbidden_is_told_with_its_line_and_the_authors_words() {
        let mut rule = fact("no_loop", forbid(&["for", "while"]));
        assert_eq!(judged(vec![rule.clone()], "// for\nfn f() { \"while\"; }").verdict, Verdict::Passed);
        let (signatures, reason) = failed(vec![rule.clone()], "fn f() {\n  while x {}\n  for x in y {} }");
        assert_eq!(
            (signatures, reason.as_str()),
            (words(&["source:no_loop"]), "line 2: `while` has no place here")
        );
        rule.says = Some("Let the iterator walk.".to_owned());
        assert_eq!(failed(vec![rule], "fn f() { for x in y {} }").1, "line 1: Let the iterator walk.");
    }

    #[test]
    fn a_few_may_be_allowed() {
        let rule =
            || vec![fact("one", SourceRule::Forbid { patterns: words(&["#[rustfmt::skip]"]), most: 1 })];
        let one = "#[rustfmt::skip]\nconst A: u8 = 1;\n";
        assert_eq!(judged(rule(), one).verdict, Verdict::Passed);
        assert!(failed(rule(), &format!("{one}{one}")).1.starts_with("line 3: "));
    }

    #[test]
    fn a_budget_counts_tokens_and_no_comments() {
        let rule = |most| vec![fact("short", SourceRule::Tokens(most))];
        let source = "/// Long words of praise.\nfn f() -> u8 { 1 + 1 } // the end\n";
        assert_eq!(judged(rule(12), source).verdict, Verdict::Passed);
        assert_eq!(failed(rule(11), source).1, "12 tokens stand, 11 are allowed; comments do not count");
    }

    #[test]
    fn only_the_named_item_is_looked_at_and_it_has_to_be_there() {
        let mut rule = fact("elided", forbid(&["$lifetime"]));
        rule.within = Some("fn first".to_owned());
        let source = "fn other<'a>(x: &'a str) {}\nfn first(x: &str) -> &str { x }\n";
        assert_eq!(judged(vec![rule.clone()], source).verdict, Verdict::Passed);
        let (_, reason) = failed(vec![rule.clone()], "\nfn first<'a>(x: &'a str) -> &'a str { x }");
        assert_eq!(reason, "line 2: `'a` has no place in `fn first` here".replace("`'a`", "`$lifetime`"));
        assert_eq!(failed(vec![rule], "fn second() {}").1, "`fn first` is no longer there");
    }

    #[test]
    fn layout_may_differ_from_the_start_and_nothing_else() {
        let rule = |but_for: &[&str]| vec![fact("same", SourceRule::SameAsStart { but_for: words(but_for) })];
        let laid_out = "use a::{A, C};\nuse b::B;\n\n// A match.\nfn total(\n    x: u8,\n) -> u8 {\n    match x {\n        \
                        0 => {\n            1\n        }\n        _ => (x),\n    }\n}\n";
        assert_eq!(judged(rule(&[]), laid_out).verdict, Verdict::Passed);
        let (signatures, reason) = failed(rule(&[]), &laid_out.replace("(x)", "x"));
        assert_eq!(signatures, ["source:same"]);
        assert_eq!(reason, "line 12: `x` stands where the start has `(`; only the layout may change");
        let skipped = laid_out.replace("fn total", "#[rustfmt::skip]\nfn total");
        assert_eq!(judged(rule(&["#[rustfmt::skip]"]), &skipped).verdict, Verdict::Passed);
        assert!(failed(rule(&[]), &skipped).1.contains("`#` stands where the start has `fn`"));
        assert!(failed(rule(&[]), &format!("{laid_out}fn more() {{}}")).1.contains("`fn` was added"));
        assert!(failed(rule(&[]), "use a::{A, C};").1.contains("only the layout"));
    }

    #[test]
    fn all_breaches_are_in_the_set_and_the_first_fact_speaks() {
        let facts = vec![fact("short", SourceRule::Tokens(2)), fact("no_f", forbid(&["f"]))];
        let (signatures, reason) = failed(facts, "fn f() {}");
        assert_eq!(signatures, ["source:no_f", "source:short"]);
        assert!(reason.starts_with("6 tokens"), "{reason}");
    }

    #[test]
    fn refused_source_and_unreadable_source_do_not_pass() {
        let nothing = || vec![fact("short", SourceRule::Tokens(99))];
        assert_eq!(failed(nothing(), "fn f() { unsafe {} }").0, ["source:unsafe"]);
        let (signatures, reason) = failed(nothing(), "fn f() {\n");
        assert_eq!(signatures, ["source:unreadable"]);
        assert!(reason.starts_with("line "), "{reason}");
    }
}
