//! Listings of the compiler as lines with readable names: assembler, middle language, symbols. It must not
//! judge them.

use rustc_demangle::demangle;

/// The instructions of a function, or of all, one a line, with their symbols readable. Of a generic function,
/// those of every instance.
#[must_use]
pub fn instructions(asm: &str, krate: &str, function: Option<&str>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut inside = function.is_none();
    for line in asm.lines() {
        if let Some(label) = label(line) {
            inside = function.is_none_or(|function| is_function(&readable_symbol(label), krate, function));
        } else if inside && is_instruction(line) {
            lines.push(readable(line));
        }
    }
    lines
}

/// The functions for which there is code.
#[must_use]
pub fn symbols(asm: &str) -> Vec<String> {
    asm.lines().filter_map(label).map(readable_symbol).collect()
}

/// A function's label; those of places inside functions begin with `.L` or, on macOS, with `L` or `l`.
fn label(line: &str) -> Option<&str> {
    let label = line.strip_suffix(':')?;
    is_mangled(label.trim_matches('"')).then(|| label.trim_matches('"'))
}

fn is_mangled(word: &str) -> bool {
    ["_R", "_ZN", "__R", "__ZN"].iter().any(|start| word.starts_with(start))
}

fn is_instruction(line: &str) -> bool {
    let text = line.trim();
    line.starts_with(char::is_whitespace) && !text.is_empty() && !text.starts_with(['.', '#', ';'])
}

/// The line with every symbol in it readable.
fn readable(line: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut shown = String::new();
    let mut rest = line.trim();
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len()).max(if is_part(first) {
            0
        } else {
            first.len_utf8()
        });
        let (word, after) = rest.split_at(end);
        shown.push_str(&if is_mangled(word) { readable_symbol(word) } else { word.to_owned() });
        rest = after;
    }
    shown
}

/// Without the hash, which changes with every compiler.
fn readable_symbol(symbol: &str) -> String {
    format!("{:#}", demangle(symbol))
}

/// Whether a readable symbol is this function of the crate: `sum::total`, `<sum::Ring>::push`,
/// `<sum::Ring as core::fmt::Debug>::fmt`, `sum::total::<u8>`.
fn is_function(symbol: &str, krate: &str, function: &str) -> bool {
    let symbol = without_arguments(symbol);
    let wanted = format!("{krate}::{function}");
    let Some((kind, method)) = symbol.strip_prefix('<').and_then(|rest| rest.rsplit_once(">::")) else {
        return symbol == wanted;
    };
    let kind = kind.split(" as ").next().unwrap_or(kind);
    format!("{}::{method}", without_arguments(kind)) == wanted
}

/// `total::<u8>` is `total`, `Ring<u8>` is `Ring`.
fn without_arguments(path: &str) -> &str {
    if !path.ends_with('>') {
        return path;
    }
    let mut depth = 0_usize;
    for (place, c) in path.char_indices().rev() {
        match c {
            // An arrow closes nothing.
            '>' if !path[..place].ends_with('-') => depth += 1,
            '<' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return path[..place].trim_end_matches("::");
        }
    }
    path
}

/// The middle language of a function, or of everything.
#[must_use]
pub fn mir(text: &str, function: Option<&str>) -> Vec<String> {
    let Some(function) = function else { return text.lines().map(str::to_owned).collect() };
    let mut lines = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with("fn ") {
            inside = is_mir_of(line, function);
        }
        if inside {
            lines.push(line.to_owned());
        }
        if line == "}" {
            inside = false;
        }
    }
    lines
}

/// `fn total(_1: …`, or `fn <impl at src.rs:3:1: 3:10>::push(_1: &mut Ring` for `Ring::push`: the type stands
/// among the arguments, if anywhere.
fn is_mir_of(header: &str, function: &str) -> bool {
    let rest = header.strip_prefix("fn ").unwrap_or(header);
    let place_of_impl = if rest.starts_with("<impl at") { rest.find(">::").unwrap_or(0) } else { 0 };
    let Some(open) = rest[place_of_impl..].find('(').map(|at| at + place_of_impl) else { return false };
    let (path, signature) = rest.split_at(open);
    // Modules are not written out: of `queue::push` only the end.
    let in_module = function.starts_with(|c: char| c.is_lowercase());
    if path == function || in_module && Some(path) == function.rsplit("::").next() {
        return true;
    }
    match (path.rsplit_once(">::"), function.rsplit_once("::")) {
        (Some((_, method)), Some((kind, wanted))) => {
            let mut words = signature.split(|c: char| !c.is_alphanumeric() && c != '_');
            method == wanted && kind.rsplit("::").next().is_some_and(|kind| words.any(|word| word == kind))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_met_through_generics_methods_and_traits() {
        for (symbol, function) in [
            ("sum::total", "total"),
            ("sum::total::<u8>", "total"),
            ("sum::inner::deep", "inner::deep"),
            ("<sum::Ring>::push", "Ring::push"),
            ("<sum::Ring<u8>>::push", "Ring::push"),
            ("<sum::Ring as core::ops::drop::Drop>::drop", "Ring::drop"),
            ("sum::apply::<fn(u8) -> u8>", "apply"),
        ] {
            assert!(is_function(symbol, "sum", function), "{symbol}");
        }
        for (symbol, function) in [
            ("sum::totals", "total"),
            ("other::total", "total"),
            ("sum::inner::total", "total"),
            ("<sum::Ring>::push", "push"),
            ("<alloc::vec::Vec<sum::Ring>>::push", "Ring::push"),
        ] {
            assert!(!is_function(symbol, "sum", function), "{symbol}");
        }
    }

    #[test]
    fn directives_labels_and_other_functions_are_no_instructions() {
        let asm = "\t.text\n_RNvCs1_3sum5total:\n\t.cfi_startproc\n\tpushq\t%rax\n.LBB0_1:\n\tcallq\t\
                   *_RNvNtCs2_4core9panicking18panic_bounds_check@GOTPCREL(%rip)\n_RNvCs1_3sum5other:\n\tretq\n";
        assert_eq!(
            instructions(asm, "sum", Some("total")),
            ["pushq\t%rax", "callq\t*core::panicking::panic_bounds_check@GOTPCREL(%rip)"]
        );
        assert_eq!(instructions(asm, "sum", None).len(), 3);
        assert_eq!(symbols(asm), ["sum::total", "sum::other"]);
        assert_eq!(label("__RNvCs1_3sum5total:").map(readable_symbol).as_deref(), Some("sum::total"));
    }

    #[test]
    fn a_methods_middle_language_is_found_by_its_type() {
        let text = "fn <impl at a.rs:1:1: 1:10>::push(_1: &mut Ring, _2: u8) -> () {\n    a;\n}\n\n\
                    fn <impl at a.rs:9:1: 9:10>::push(_1: &mut Stack) -> () {\n    b;\n}\n\nfn push(_1: u8) -> u8 {\n    c;\n}\n";
        assert_eq!(mir(text, Some("Ring::push"))[1], "    a;");
        assert_eq!(mir(text, Some("Stack::push"))[1], "    b;");
        assert_eq!(mir(text, Some("push"))[1], "    c;");
        assert_eq!(mir(text, Some("queue::push"))[1], "    c;");
        assert_eq!(mir(text, Some("Queue::push")).len(), 0);
    }
}
