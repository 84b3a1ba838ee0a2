// The name is gone while its counter still counts.
use lifetimes_by_need::counter;

fn main() {
    let mut counters = Vec::new();
    let count = {
        let name = String::from("visitors");
        counter(&mut counters, &name)
    };
    *count += 3;
    assert_eq!(counters, [(String::from("visitors"), 3)]);
}
