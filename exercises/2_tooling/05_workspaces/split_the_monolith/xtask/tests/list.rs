use std::fs;
use std::process::Command;

#[test]
fn lists_all_prices() {
    let done = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .output()
        .expect("the program starts");
    let list = String::from_utf8_lossy(&done.stdout);
    assert_eq!(
        list.lines().collect::<Vec<_>>(),
        [
            "zone 1, 500 g: 2.85",
            "zone 1, 2000 g: 3.90",
            "zone 1, 5000 g: 6.00",
            "zone 2, 500 g: 4.45",
            "zone 2, 2000 g: 5.50",
            "zone 2, 5000 g: 7.60",
        ],
        "two zones, three weights each, as before the split"
    );
}

/// A list that is written down goes on telling the old prices when they have changed.
#[test]
fn the_prices_are_asked_of_the_core() {
    let main = concat!(env!("CARGO_MANIFEST_DIR"), "/src/main.rs");
    let source = fs::read_to_string(main).expect("the program is in `src/main.rs`");
    assert!(
        source.contains("postage_core"),
        "`xtask` should ask the core for each price, and never names `postage_core`"
    );
}
