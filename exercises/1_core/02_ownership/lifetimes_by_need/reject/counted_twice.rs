// A counter is lent, and the list that lends it is used beside it.
use lifetimes_by_need::counter;

fn main() {
    let mut counters = Vec::new();
    let oak = counter(&mut counters, "oak");
    let ash = counter(&mut counters, "ash"); //~ E0499
    *oak += 1;
    *ash += 1;
}
