//! Where a solution can be changed for the worse: each change is a range of bytes and what stands there instead. It must
//! not know whether the result compiles; rustc says that.

#[cfg(test)]
mod tests;

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
/// somebody could notice, which takes Miri.
#[must_use]
pub fn mutants(source: &str, weaken: bool) -> Vec<Mutant> {
    let Ok(file) = syn::parse_file(source) else { return Vec::new() };
    let mut finder = Finder { source, weaken, inside: String::new(), found: Vec::new() };
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
        if is_for_tests(attributes) {
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

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.attrs, &item.sig, &item.block);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.attrs, &item.sig, &item.block);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.function(&item.attrs, &item.sig, block);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_for_tests(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_expr_binary(&mut self, expr: &'ast syn::ExprBinary) {
        let (whole, sign) = (bytes(expr.span()), bytes(expr.op.span()));
        for new in instead(&self.text(&sign)) {
            self.replace(sign.clone(), new, &whole);
        }
        visit::visit_expr_binary(self, expr);
    }

    fn visit_expr_unary(&mut self, expr: &'ast syn::ExprUnary) {
        let (whole, inner) = (bytes(expr.span()), bytes(expr.expr.span()));
        if matches!(expr.op, syn::UnOp::Not(_) | syn::UnOp::Neg(_)) {
            let what = format!("`{}` became `{}`", self.short(&whole), self.short(&inner));
            self.push(vec![(whole.start..inner.start, String::new())], &what);
        }
        visit::visit_expr_unary(self, expr);
    }

    fn visit_expr_lit(&mut self, expr: &'ast syn::ExprLit) {
        let range = bytes(expr.span());
        match &expr.lit {
            syn::Lit::Bool(word) => {
                self.replace(range.clone(), if word.value { "false" } else { "true" }, &range)
            }
            syn::Lit::Int(number) => {
                let Ok(value) = number.base10_parse::<u128>() else { return };
                let near = [value.checked_add(1), value.checked_sub(1)];
                for near in near.into_iter().flatten() {
                    self.replace(range.clone(), &format!("{near}{}", number.suffix()), &range);
                }
            }
            syn::Lit::Str(text) if !text.value().is_empty() => self.replace(range.clone(), "\"\"", &range),
            syn::Lit::Char(letter) => {
                let other = if letter.value() == '~' { "'x'" } else { "'~'" };
                self.replace(range.clone(), other, &range);
            }
            _ => {}
        }
    }

    fn visit_stmt(&mut self, stmt: &'ast syn::Stmt) {
        let range = bytes(stmt.span());
        match stmt {
            syn::Stmt::Expr(_, Some(_)) => {
                let what = format!("`{}` went", self.short(&range));
                self.push(vec![(range, String::new())], &what);
            }
            // A guard that is dropped at once guards nothing.
            syn::Stmt::Local(local) if local.init.is_some() => {
                if let syn::Pat::Ident(name) = &local.pat
                    && name.ident.to_string().starts_with('_')
                {
                    let whole = bytes(stmt.span());
                    self.replace(bytes(name.span()), "_", &whole);
                }
            }
            _ => {}
        }
        visit::visit_stmt(self, stmt);
    }

    fn visit_expr_try(&mut self, expr: &'ast syn::ExprTry) {
        let whole = bytes(expr.span());
        let what = format!("the `?` of `{}` went", self.short(&whole));
        self.push(vec![(bytes(expr.question_token.span()), String::new())], &what);
        visit::visit_expr_try(self, expr);
    }

    fn visit_expr_match(&mut self, expr: &'ast syn::ExprMatch) {
        for pair in expr.arms.windows(2) {
            self.swap(bytes(pair[0].body.span()), bytes(pair[1].body.span()), "the arms");
        }
        visit::visit_expr_match(self, expr);
    }

    fn visit_expr_if(&mut self, expr: &'ast syn::ExprIf) {
        if !matches!(expr.cond.as_ref(), syn::Expr::Let(_) | syn::Expr::Binary(_) | syn::Expr::Unary(_)) {
            let range = bytes(expr.cond.span());
            let new = format!("!({})", self.text(&range));
            self.replace(range.clone(), &new, &range);
        }
        if let Some((_, other)) = &expr.else_branch
            && matches!(other.as_ref(), syn::Expr::Block(_))
        {
            self.swap(bytes(expr.then_branch.span()), bytes(other.span()), "the branches");
        }
        visit::visit_expr_if(self, expr);
    }

    fn visit_expr_range(&mut self, expr: &'ast syn::ExprRange) {
        let sign = bytes(expr.limits.span());
        if expr.end.is_some() {
            let new = if matches!(expr.limits, syn::RangeLimits::HalfOpen(_)) { "..=" } else { ".." };
            self.replace(sign, new, &bytes(expr.span()));
        }
        visit::visit_expr_range(self, expr);
    }

    /// A step of a chain is left out, which compiles where it does not change the type; or its twin is called.
    fn visit_expr_method_call(&mut self, expr: &'ast syn::ExprMethodCall) {
        let (whole, receiver, name) =
            (bytes(expr.span()), bytes(expr.receiver.span()), bytes(expr.method.span()));
        let what =
            format!("`.{}` went from `{}`", self.short(&(name.start..whole.end)), self.short(&receiver));
        self.push(vec![(receiver.end..whole.end, String::new())], &what);
        let called = self.text(&name);
        let pair = TWINS.iter().find(|(left, right)| called == *left || called == *right);
        if let Some((left, right)) = pair {
            self.replace(name, if called == *left { right } else { left }, &whole);
        }
        visit::visit_expr_method_call(self, expr);
    }

    /// What people read is said in other words.
    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        let speaks =
            ["print", "println", "format", "write", "writeln"].iter().any(|name| called.path.is_ident(name));
        let text = called.tokens.clone().into_iter().map(|tree| bytes(tree.span()));
        let text = text.into_iter().find(|range| speaks && self.text(range).starts_with('"'));
        if let Some(text) = text {
            let (at, shown) = (text.start + 1, self.short(&text));
            self.push(vec![(at..at, "~".to_owned())], &format!("{shown} begins with a `~`"));
        }
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        // How sure somebody is of a prediction decides nothing.
        let is_answer = matches!(item.ty.as_ref(), syn::Type::Path(path) if path.path.is_ident("Answer"));
        if !is_answer {
            visit::visit_item_const(self, item);
        }
    }

    fn visit_expr_path(&mut self, expr: &'ast syn::ExprPath) {
        let last = expr.path.segments.last();
        let strong = last.filter(|last| {
            self.weaken && ["SeqCst", "AcqRel", "Acquire", "Release"].iter().any(|word| last.ident == word)
        });
        if let Some(strong) = strong {
            let range = bytes(strong.ident.span());
            self.replace(range.clone(), "Relaxed", &range);
        }
    }
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
        "-" | "/" => &["+"],
        "*" => &["+"],
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
