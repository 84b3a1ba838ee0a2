use pebble_1_lexer::{Kind, Lexed, Wrong, lex};

/// Each token as its letters in the source.
fn pieces<'s>(source: &'s str, lexed: &Lexed) -> Vec<&'s str> {
    let spans = lexed.tokens.iter().map(|token| token.span.clone());
    spans
        .map(|span| {
            source.get(span.clone()).unwrap_or_else(|| {
                panic!("the span {span:?} does not lie between two characters of {source:?}; spans count bytes")
            })
        })
        .collect()
}

#[track_caller]
fn assert_pieces(source: &str, wanted: &[&str]) {
    let lexed = lex(source);
    assert_eq!(pieces(source, &lexed), wanted, "the tokens of {source:?}");
    assert_eq!(lexed.faults, [], "nothing is wrong with {source:?}");
}

/// The faults, each with its letters in the source.
#[track_caller]
fn assert_faults(source: &str, wanted: &[(Wrong, &str)]) {
    let faults = lex(source).faults;
    let found: Vec<_> = faults
        .iter()
        .map(|fault| (fault.wrong, source.get(fault.span.clone()).unwrap_or("?")))
        .collect();
    assert_eq!(found, wanted, "the faults of {source:?}");
}

fn kinds(source: &str) -> Vec<Kind> {
    lex(source)
        .tokens
        .into_iter()
        .map(|token| token.kind)
        .collect()
}

#[test]
fn names_numbers_and_signs() {
    assert_pieces("let x_1 = y2;", &["let", "x_1", "=", "y2", ";"]);
    assert_pieces("_a+12*(b)", &["_a", "+", "12", "*", "(", "b", ")"]);
    assert_pieces("12ab", &["12", "ab"]);
    assert_eq!(
        kinds("a 7 {"),
        [Kind::Name, Kind::Number(7), Kind::Sign],
        "a name, a number and a sign"
    );
}

#[test]
fn two_characters_make_one_sign_where_they_fit() {
    assert_pieces("a<=b>=c", &["a", "<=", "b", ">=", "c"]);
    assert_pieces("===", &["==", "="]);
    assert_pieces("!!=", &["!", "!="]);
    assert_pieces("= =", &["=", "="]);
    assert_pieces("=<>", &["=", "<", ">"]);
    assert_pieces("- > , : ! / }", &["-", ">", ",", ":", "!", "/", "}"]);
}

#[test]
fn spans_count_bytes() {
    let lexed = lex("é = Ωmega");
    let spans: Vec<_> = lexed
        .tokens
        .iter()
        .map(|token| token.span.clone())
        .collect();
    assert_eq!(
        spans,
        [0..2, 3..4, 5..11],
        "`é` and `Ω` take two bytes each, and a span has to cut the source"
    );
    assert_pieces("\"日本\" x", &["\"日本\"", "x"]);
    assert_faults("é § x", &[(Wrong::Strange, "§")]);
}

#[test]
fn the_largest_number_fits_and_the_next_one_does_not() {
    let mut rng = kit::Rng::salted("pebble_1_lexer: numbers");
    for _ in 0..20 {
        let number = rng.bits();
        assert_eq!(kinds(&number.to_string()), [Kind::Number(number)]);
    }
    assert_eq!(kinds("18446744073709551615"), [Kind::Number(u64::MAX)]);
    assert_eq!(
        kinds("007"),
        [Kind::Number(7)],
        "leading zeros change nothing"
    );
    assert_faults(
        "18446744073709551616 + 1",
        &[(Wrong::TooLarge, "18446744073709551616")],
    );
    assert_eq!(
        kinds("18446744073709551616 + 1"),
        [Kind::Sign, Kind::Number(1)]
    );
}

#[test]
fn a_text_holds_what_its_escapes_mean() {
    let text = |words: &str| Kind::Text(words.to_owned());
    assert_eq!(kinds(r#""""#), [text("")]);
    assert_eq!(kinds(r#""a\tb\n""#), [text("a\tb\n")]);
    assert_eq!(kinds(r#""\"\\" x"#), [text("\"\\"), Kind::Name]);
    assert_eq!(kinds(r#""// no comment""#), [text("// no comment")]);
    assert_pieces(r#"("\"")"#, &["(", r#""\"""#, ")"]);
}

#[test]
fn an_unknown_escape_leaves_the_text_a_text() {
    assert_faults(
        r#""a\qb" + "\é\n""#,
        &[(Wrong::Escape, r"\q"), (Wrong::Escape, r"\é")],
    );
    let texts = [Kind::Text("ab".into()), Kind::Sign, Kind::Text("\n".into())];
    assert_eq!(kinds(r#""a\qb" + "\é\n""#), texts);
}

#[test]
fn a_text_ends_on_its_line() {
    assert_faults(
        "\"ab\nc \"d\" \"",
        &[(Wrong::OpenText, "\"ab"), (Wrong::OpenText, "\"")],
    );
    assert_eq!(
        kinds("\"ab\nc \"d\" \""),
        [Kind::Name, Kind::Text("d".into())],
        "the next line is read as usual"
    );
    assert_faults("x = \"a\\", &[(Wrong::OpenText, "\"a\\")]);
    assert_faults("\"\\q\n1", &[(Wrong::OpenText, "\"\\q")]);
    assert_faults(
        "\"a\\\nb\"",
        &[(Wrong::OpenText, "\"a\\"), (Wrong::OpenText, "\"")],
    );
}

#[test]
fn comments_are_left_out() {
    assert_pieces("a // b \" */\nc", &["a", "c"]);
    assert_pieces("a /* b\n\" */ c", &["a", "c"]);
    assert_pieces("a/**/b//", &["a", "b"]);
    assert_pieces("a /*/ b */ c", &["a", "c"]);
}

#[test]
fn comments_may_hold_comments() {
    assert_pieces("a /* b /* c */ d */ e", &["a", "e"]);
    assert_pieces("/*/**//**/*/ x", &["x"]);
    assert_pieces("// /*\nx", &["x"]);
    assert_pieces("/* // */ x", &["x"]);
}

#[test]
fn an_open_comment_is_one_fault_from_its_beginning() {
    assert_faults("a /* b", &[(Wrong::OpenNote, "/* b")]);
    assert_faults("a /* b /* c */ d", &[(Wrong::OpenNote, "/* b /* c */ d")]);
    assert_faults("/*/", &[(Wrong::OpenNote, "/*/")]);
    assert_eq!(kinds("a /* b"), [Kind::Name]);
}

#[test]
fn every_fault_is_noted_and_all_else_is_read() {
    let source = "let § = 99999999999999999999 @ \"\\w\" ; \"end";
    assert_faults(
        source,
        &[
            (Wrong::Strange, "§"),
            (Wrong::TooLarge, "99999999999999999999"),
            (Wrong::Strange, "@"),
            (Wrong::Escape, "\\w"),
            (Wrong::OpenText, "\"end"),
        ],
    );
    assert_eq!(
        pieces(source, &lex(source)),
        ["let", "=", "\"\\w\"", ";"],
        "what is right among the faults"
    );
}

#[test]
fn what_begins_nothing_is_strange() {
    let mut rng = kit::Rng::salted("pebble_1_lexer: strange");
    for strange in "%&|.[]#'?^~$`\\×²".chars() {
        let number = rng.below(1000) as u64;
        let source = format!("a {strange} {number}");
        assert_faults(&source, &[(Wrong::Strange, &strange.to_string())]);
        assert_eq!(
            kinds(&source),
            [Kind::Name, Kind::Number(number)],
            "`{strange}` is none of the signs"
        );
    }
}

#[test]
fn white_space_of_any_kind_is_left_out() {
    let mut rng = kit::Rng::salted("pebble_1_lexer: white space");
    let kinds_of_white = ["\r\n", "\u{b}", "\u{a0}", "\u{3000}", "\u{2028}"];
    for white in kinds_of_white {
        let word = *rng.pick(&["a", "_x", "y7"]);
        assert_pieces(&format!("{word}{white}b{white}"), &[word, "b"]);
    }
}

/// Pieces that are well formed, with what is between them.
#[test]
fn what_was_put_together_is_taken_apart_again() {
    let mut rng = kit::Rng::salted("pebble_1_lexer: sources");
    let words = [
        "a", "été", "_x9", "42", "\"§\"", "\"\\\\\"", "==", "<=", "!=", "(", "}", ":", "-",
    ];
    let between = [" ", "\n", "\t ", " /* /**/ é */ ", " // x \" y\n", "/*\n*/"];
    for _ in 0..200 {
        let count = rng.within(0..12_usize);
        let wanted: Vec<&str> = (0..count).map(|_| *rng.pick(&words)).collect();
        let source: String = wanted
            .iter()
            .flat_map(|word| [word, *rng.pick(&between)])
            .collect();
        assert_pieces(&source, &wanted);
    }
}

/// Whatever the source is: the work ends, and the pieces lie in order between its characters.
#[test]
fn any_source_at_all_is_cut_into_pieces() {
    let mut rng = kit::Rng::salted("pebble_1_lexer: anything");
    let letters: Vec<char> = "ab_9 0\n\t\"\\/*=!<>+é日§@;{".chars().collect();
    for _ in 0..2000 {
        let count = rng.within(0..24_usize);
        let source: String = (0..count).map(|_| *rng.pick(&letters)).collect();
        let lexed = lex(&source);
        let mut end = 0;
        for (token, letters) in lexed.tokens.iter().zip(pieces(&source, &lexed)) {
            let fits = token.span.start >= end && !letters.is_empty();
            assert!(
                fits,
                "{:?} comes too early or is empty in {source:?}",
                token.span
            );
            end = token.span.end;
        }
        let mut start = 0;
        for fault in &lexed.faults {
            let fits = fault.span.start >= start && source.get(fault.span.clone()).is_some();
            assert!(
                fits,
                "the fault {fault:?} is out of order or cuts a character of {source:?}"
            );
            start = fault.span.end;
        }
    }
}
