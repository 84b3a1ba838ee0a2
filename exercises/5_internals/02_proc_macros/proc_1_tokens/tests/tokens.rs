#[path = "../src/layout.rs"]
mod layout;

use proc_macro2::TokenStream;

fn expand(source: &str) -> Result<TokenStream, layout::Fault> {
    layout::expand(source.parse().expect("these are tokens"))
}

/// Each source has a fault at the column behind it, counted from 0.
#[track_caller]
fn assert_faults(faults: &[(&str, usize)]) {
    for &(source, column) in faults {
        match expand(source) {
            Ok(table) => panic!("`{source}` should be refused, and became {table}"),
            Err(fault) => {
                let at = fault.span.start().column;
                assert_eq!(
                    at, column,
                    "the fault of `{source}` is elsewhere: {}",
                    fault.says
                );
                assert!(
                    !fault.says.trim().is_empty(),
                    "the fault of `{source}` points at the right token and does not say what is wrong with it"
                );
            }
        }
    }
}

#[test]
fn columns_without_a_fault_are_taken() {
    for source in [
        "id: 4",
        "id: 4,",
        "id: 4 -> left, name: 12->right, total: 8",
    ] {
        if let Err(fault) = expand(source) {
            panic!("`{source}` is fine: {}", fault.says);
        }
    }
}

#[test]
fn a_column_begins_with_its_name() {
    assert_faults(&[("4: 4", 0), ("id: 4, \"name\": 5", 7), ("id: 4,, x: 1", 6)]);
}

#[test]
fn a_colon_parts_name_and_width() {
    assert_faults(&[("id = 4", 3), ("id 4", 3), ("id: 4, name; 5", 11)]);
}

#[test]
fn widths_are_plain_numbers_above_zero() {
    assert_faults(&[
        ("id: wide", 4),
        ("id: 0", 4),
        ("id: 4u8", 4),
        ("id: \"4\"", 4),
    ]);
}

#[test]
fn an_arrow_is_two_tokens_that_touch() {
    assert_faults(&[("id: 4 - > left", 6)]);
}

#[test]
fn nothing_but_a_dash_and_a_tip_makes_an_arrow() {
    assert_faults(&[
        ("id: 4 -= left", 7),
        ("id: 4 -* left", 7),
        ("id: 4 -- left", 7),
        ("id: 4 => left", 6),
        ("id: 4 - left", 6),
    ]);
}

#[test]
fn sides_are_left_and_right() {
    assert_faults(&[("id: 4 -> up", 9), ("id: 4 -> 1", 9)]);
}

#[test]
fn names_are_given_once() {
    assert_faults(&[("id: 4, id: 5", 7), ("a: 1, b: 2 -> left, a: 1", 20)]);
}

#[test]
fn columns_are_parted_by_commas() {
    assert_faults(&[("id: 4 name: 5", 6), ("id: 4 -> left; x: 1", 13)]);
}

#[test]
fn what_ends_too_early_points_at_its_last_token() {
    assert_faults(&[("id", 0), ("id:", 2), ("id: 4 ->", 7)]);
}

#[test]
fn a_fault_becomes_an_error_of_the_compiler() {
    let fault = expand("id: 0").expect_err("nothing is that narrow");
    assert!(fault.into_tokens().to_string().contains("compile_error"));
}
