//! Where a solution can be changed for the worse: each change is a range of bytes and what stands there instead. It must
//! not know whether the result compiles; rustc says that.

#[cfg(test)]
mod tests;
mod walk;

use std::ops::Range;

use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};

use crate::author::parts::bytes;

/// One change of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mutant {
    /// The bytes that go, and what comes; two where things change places.
    pub edits: Vec<(Range<usize>, String)>,
    /// The line it begins on.
    pub line: usize,
    /// In words, with the function it is in: stays the same while lines move.
    pub what: String,
}

impl Mutant {
    /// The source with this change.
    #[must_use]
    pub fn apply(&self, source: &str) -> String {
        let mut text = source.to_owned();
        // From the back, so that the ranges before stay true.
        let mut edits = self.edits.clone();
        edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        for (range, new) in edits {
            text.replace_range(range, &new);
        }
        text
    }
}

/// All mutants of a source, in its order; none where it does not parse. Orderings of atomics are weakened only where
/// somebody could notice, which takes Miri, and `main` is changed only where it is judged by what it does.
#[must_use]
pub fn mutants(source: &str, weaken: bool, program: bool) -> Vec<Mutant> {
    let Ok(file) = syn::parse_file(source) else { return Vec::new() };
    let mut finder = Finder { source, weaken, program, inside: String::new(), found: Vec::new() };
    finder.visit_file(&file);
    finder.found.sort_by_key(|mutant| mutant.edits[0].0.start);
    number_twins(&mut finder.found);
    finder.found
}

/// The same change in the same function has the same words: a number tells them apart.
fn number_twins(found: &mut [Mutant]) {
    for place in 0..found.len() {
        let twins = found[..place].iter().filter(|other| {
            other.what == found[place].what || other.what.starts_with(&format!("{} #", found[place].what))
        });
        let before = twins.count();
        if before > 0 {
            found[place].what = format!("{} #{}", found[place].what, before + 1);
        }
    }
}

struct Finder<'s> {
    source: &'s str,
    weaken: bool,
    /// Whether what `main` does is judged.
    program: bool,
    /// The function that is being looked through.
    inside: String,
    found: Vec<Mutant>,
}

impl Finder<'_> {
    fn text(&self, range: &Range<usize>) -> String {
        self.source.get(range.clone()).unwrap_or_default().to_owned()
    }

    /// The text in one line, and not too long.
    fn short(&self, range: &Range<usize>) -> String {
        let words = self.text(range).split_whitespace().collect::<Vec<_>>().join(" ");
        if words.chars().count() > 50 { words.chars().take(47).chain("...".chars()).collect() } else { words }
    }

    fn push(&mut self, edits: Vec<(Range<usize>, String)>, what: &str) {
        let start = edits.iter().map(|(range, _)| range.start).min().unwrap_or(0);
        let line = 1 + self.source[..start].matches('\n').count();
        let what = if self.inside.is_empty() { what.to_owned() } else { format!("{}: {what}", self.inside) };
        self.found.push(Mutant { edits, line, what });
    }

    /// One range replaced, within an expression that is shown.
    fn replace(&mut self, range: Range<usize>, new: &str, shown: &Range<usize>) {
        let (old, whole) = (self.text(&range), self.short(shown));
        let what = if whole == old {
            format!("`{old}` became `{new}`")
        } else {
            format!("`{old}` became `{new}` in `{whole}`")
        };
        self.push(vec![(range, new.to_owned())], &what);
    }

    fn swap(&mut self, left: Range<usize>, right: Range<usize>, of: &str) {
        if self.text(&left) == self.text(&right) {
            return;
        }
        let what = format!("{of} `{}` and `{}` changed places", self.short(&left), self.short(&right));
        let edits = vec![(left.clone(), self.text(&right)), (right, self.text(&left))];
        self.push(edits, &what);
    }

    fn function(&mut self, attributes: &[syn::Attribute], signature: &syn::Signature, block: &syn::Block) {
        if is_for_tests(attributes) || (signature.ident == "main" && !self.program) {
            return;
        }
        let outer = std::mem::replace(&mut self.inside, signature.ident.to_string());
        let range = bytes(block.span());
        let early = if matches!(signature.output, syn::ReturnType::Default) {
            "return"
        } else {
            "return Default::default()"
        };
        // An empty body returns at once already.
        if range.len() > 2 && !block.stmts.is_empty() && signature.ident != "main" {
            let at = range.start + 1;
            self.push(vec![(at..at, format!(" {early};"))], &format!("`{early}` at its beginning"));
        }
        visit::visit_block(self, block);
        self.inside = outer;
    }
}

/// Tests of the solution's own judge nothing here.
fn is_for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let says_test = |list: &syn::MetaList| list.tokens.to_string().contains("test");
        attribute.path().is_ident("test")
            || (attribute.path().is_ident("cfg") && attribute.meta.require_list().is_ok_and(says_test))
    })
}

/// Where a text that is formatted begins, goes on behind a placeholder, and ends: offsets in the literal.
fn between_placeholders(literal: &str) -> Vec<usize> {
    let end = literal.len() - 1;
    let behind = literal.match_indices('}').map(|(at, _)| at + 1);
    let doubled = |at: &usize| literal[*at..].starts_with('}') || literal[..*at].ends_with("}}");
    let mut found: Vec<usize> =
        std::iter::once(1).chain(behind.filter(|at| !doubled(at))).chain([end]).collect();
    found.dedup();
    found
}

fn visit_argument(finder: &mut Finder<'_>, argument: &syn::Expr) {
    // The argument was parsed anew, so it does not live as long as the file; what is found in it does not refer to it.
    Visit::visit_expr(finder, argument);
}

/// Methods that are mistaken for each other and have the same type.
const TWINS: [(&str, &str); 8] = [
    ("all", "any"),
    ("first", "last"),
    ("is_none", "is_some"),
    ("is_ok", "is_err"),
    ("max", "min"),
    ("pop_back", "pop_front"),
    ("push_back", "push_front"),
    ("starts_with", "ends_with"),
];

/// What stands in the place of an operator: the boundary moved, the comparison turned, the operation exchanged.
fn instead(sign: &str) -> &'static [&'static str] {
    match sign {
        "<" => &["<=", ">"],
        "<=" => &["<", ">"],
        ">" => &[">=", "<"],
        ">=" => &[">", "<"],
        "==" => &["!="],
        "!=" => &["=="],
        "&&" => &["||"],
        "||" => &["&&"],
        "+" => &["-"],
        "-" | "/" | "*" => &["+"],
        "%" => &["/"],
        "&" => &["|"],
        "|" | "^" => &["&"],
        "<<" => &[">>"],
        ">>" => &["<<"],
        "+=" => &["-="],
        "-=" | "*=" | "/=" => &["+="],
        "%=" => &["/="],
        "&=" => &["|="],
        "|=" | "^=" => &["&="],
        "<<=" => &[">>="],
        ">>=" => &["<<="],
        _ => &[],
    }
}
