use proc_1_tokens::columns;

#[test]
fn columns_become_a_table() {
    let table = columns! { id: 4, name: 12 -> right, total: 8 -> left };
    assert_eq!(
        table,
        [
            ("id", 4_usize, false),
            ("name", 12, true),
            ("total", 8, false)
        ]
    );
}

#[test]
fn one_column_and_a_comma_are_a_table_as_well() {
    assert_eq!(
        columns! { width: 100->right, },
        [("width", 100_usize, true)]
    );
}

#[test]
fn a_table_can_be_a_constant() {
    const TABLE: [(&str, usize, bool); 1] = columns! { side: 1 };
    assert_eq!(TABLE[0].0, "side");
}
