//! The walk through a solution, and the changes at each of its places. It must not know what a change is good for.

use std::ops::Range;

use syn::parse::Parser as _;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};

use super::{Finder, TWINS, between_placeholders, instead, is_for_tests, visit_argument};
use crate::author::parts::bytes;

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

    /// Whatever is done at the end of a life is not done.
    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let of_drop = item.trait_.as_ref().and_then(|(path, _)| path.segments.last());
        if of_drop.is_some_and(|last| last.ident == "Drop") {
            self.push(vec![(bytes(item.span()), String::new())], "the `impl` of `Drop` went");
        }
        visit::visit_item_impl(self, item);
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
                self.replace(range.clone(), if word.value { "false" } else { "true" }, &range);
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
        for arm in &expr.arms {
            let does = matches!(
                arm.body.as_ref(),
                syn::Expr::Call(_) | syn::Expr::MethodCall(_) | syn::Expr::Return(_)
            );
            if does {
                let range = bytes(arm.body.span());
                self.replace(range.clone(), "()", &range);
            }
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
        if ["iter", "iter_mut", "into_iter", "chars", "bytes", "lines"].contains(&called.as_str()) {
            self.push(
                vec![(whole.end..whole.end, ".skip(1)".to_owned())],
                &format!("`.skip(1)` behind `{}`", self.short(&whole)),
            );
        }
        let pair = TWINS.iter().find(|(left, right)| called == *left || called == *right);
        if let Some((left, right)) = pair {
            self.replace(name, if called == *left { right } else { left }, &whole);
        }
        visit::visit_expr_method_call(self, expr);
    }

    /// What people read is said in other words, and what is put into it changes places.
    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        let speaks =
            ["print", "println", "format", "write", "writeln"].iter().any(|name| called.path.is_ident(name));
        if !speaks {
            return;
        }
        let arguments = Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated;
        let Ok(arguments) = arguments.parse2(called.tokens.clone()) else { return };
        let ranges: Vec<Range<usize>> = arguments.iter().map(|argument| bytes(argument.span())).collect();
        let Some(place) = ranges.iter().position(|range| self.text(range).starts_with('"')) else { return };
        let shown = self.short(&ranges[place]);
        for at in between_placeholders(&self.text(&ranges[place])) {
            let at = ranges[place].start + at;
            self.push(vec![(at..at, "~".to_owned())], &format!("a `~` in {shown}"));
        }
        for pair in ranges[place + 1..].windows(2) {
            self.swap(pair[0].clone(), pair[1].clone(), "the arguments");
        }
        for argument in arguments.iter().skip(place + 1) {
            visit_argument(self, argument);
        }
    }

    /// The value that is there is said not to be.
    fn visit_expr_call(&mut self, expr: &'ast syn::ExprCall) {
        if matches!(expr.func.as_ref(), syn::Expr::Path(path) if path.path.is_ident("Some")) {
            let range = bytes(expr.span());
            self.replace(range.clone(), "None", &range);
        }
        visit::visit_expr_call(self, expr);
    }

    /// The first round of a loop is left out.
    fn visit_expr_for_loop(&mut self, expr: &'ast syn::ExprForLoop) {
        let range = bytes(expr.expr.span());
        let new = format!("({}).into_iter().skip(1)", self.text(&range));
        self.replace(range.clone(), &new, &range);
        visit::visit_expr_for_loop(self, expr);
    }

    /// A loop goes round once.
    fn visit_expr_while(&mut self, expr: &'ast syn::ExprWhile) {
        let whole = bytes(expr.while_token.span()).start..bytes(expr.cond.span()).end;
        self.replace(bytes(expr.while_token.span()), "if", &whole);
        visit::visit_expr_while(self, expr);
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
