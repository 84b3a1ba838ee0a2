//! Each kind of change, made at its place.

use super::*;

fn changed(source: &str) -> Vec<String> {
    mutants(source, true, true).iter().map(|mutant| mutant.apply(source)).collect()
}

#[test]
fn each_kind_of_change_is_made_at_its_place() {
    for (source, wanted) in [
        ("fn f() -> bool { a < b }", "fn f() -> bool { a <= b }"),
        ("fn f() -> bool { a < b }", "fn f() -> bool { a > b }"),
        ("fn f() -> u8 { a + b }", "fn f() -> u8 { a - b }"),
        ("fn f() { a += b; }", "fn f() { a -= b; }"),
        ("fn f() -> bool { a && b }", "fn f() -> bool { a || b }"),
        ("fn f() -> bool { !a }", "fn f() -> bool { a }"),
        ("fn f() -> u8 { 3u8 }", "fn f() -> u8 { 4u8 }"),
        ("fn f() -> u8 { 3u8 }", "fn f() -> u8 { 2u8 }"),
        ("fn f() -> bool { true }", "fn f() -> bool { false }"),
        ("fn f() { g(); h() }", "fn f() {  h() }"),
        ("fn f() { g()?; }", "fn f() { g(); }"),
        ("fn f() { if a { b() } else { c() } }", "fn f() { if a { c() } else { b() } }"),
        ("fn f() { match a { X => b, Y => c } }", "fn f() { match a { X => c, Y => b } }"),
        ("fn f() -> u8 { g() }", "fn f() -> u8 { return Default::default(); g() }"),
        ("fn f() { g() }", "fn f() { return; g() }"),
        ("fn f() { x.load(Ordering::Acquire) }", "fn f() { x.load(Ordering::Relaxed) }"),
        ("fn f() -> R { 0..n }", "fn f() -> R { 0..=n }"),
        ("fn f() { x.trim().len() }", "fn f() { x.len() }"),
        ("fn f() -> u8 { a.min(b) }", "fn f() -> u8 { a.max(b) }"),
        ("fn f() -> S { \"a\" }", "fn f() -> S { \"\" }"),
        ("fn f() { if a() { b() } }", "fn f() { if !(a()) { b() } }"),
        ("fn f() { println!(\"a {} c\", b); }", "fn f() { println!(\"~a {} c\", b); }"),
        ("fn f() { println!(\"a {} c\", b); }", "fn f() { println!(\"a {}~ c\", b); }"),
        ("fn f() { println!(\"a {} c\", b); }", "fn f() { println!(\"a {} c~\", b); }"),
        ("fn f() { println!(\"{}{}\", a, b); }", "fn f() { println!(\"{}{}\", b, a); }"),
        ("fn f() { println!(\"{}\", a + b); }", "fn f() { println!(\"{}\", a - b); }"),
        ("fn f() { g(Some(x)) }", "fn f() { g(None) }"),
        ("fn f() { for x in y { g(x) } }", "fn f() { for x in (y).into_iter().skip(1) { g(x) } }"),
        ("impl Drop for A { fn drop(&mut self) {} } fn f() {}", " fn f() {}"),
        ("fn f() { while a { g() } }", "fn f() { if a { g() } }"),
        ("fn f() { match a { X => g(), Y => c } }", "fn f() { match a { X => (), Y => c } }"),
        ("fn f() { x.iter().sum() }", "fn f() { x.iter().skip(1).sum() }"),
        ("fn f() { let _held = x.lock(); g() }", "fn f() { let _ = x.lock(); g() }"),
    ] {
        assert!(changed(source).contains(&wanted.to_owned()), "{wanted}: {:#?}", changed(source));
    }
}

#[test]
fn tests_and_macros_are_left_alone_and_zero_has_one_neighbour() {
    assert_eq!(
        changed("#[test] fn f() { a + b; }\n#[cfg(test)] mod t { fn g() -> u8 { 1 + 1 } }"),
        Vec::<String>::new()
    );
    assert_eq!(changed("const A: u8 = 0;"), ["const A: u8 = 1;"]);
    assert_eq!(changed("const ITEM_01: Answer = Value(3).sure(80);"), Vec::<String>::new());
}

#[test]
fn words_tell_twins_apart_and_stay_when_lines_move() {
    let source = "fn f() -> u8 { a + b; a + b }";
    let words =
        |source: &str| mutants(source, false, true).into_iter().map(|mutant| mutant.what).collect::<Vec<_>>();
    let found = words(source);
    assert!(found.contains(&"f: `+` became `-` in `a + b`".to_owned()), "{found:?}");
    assert!(found.contains(&"f: `+` became `-` in `a + b` #2".to_owned()), "{found:?}");
    assert_eq!(words(&format!("// more\n\n{source}")), found);
}

#[test]
fn main_is_left_alone_where_nobody_looks_at_it() {
    assert_eq!(mutants("fn main() { println!(\"a\"); }", false, false), []);
    assert_eq!(mutants("fn main() { println!(\"a\"); }", false, true).len(), 2);
}
