use std::process::Command;

#[test]
fn lists_all_prices() {
    let done = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .output()
        .expect("the program starts");
    let list = String::from_utf8_lossy(&done.stdout);
    assert_eq!(
        list.lines().count(),
        6,
        "two zones, three weights each:\n{list}"
    );
    assert!(list.contains("zone 2, 2000 g: 5.50"), "{list}");
}
