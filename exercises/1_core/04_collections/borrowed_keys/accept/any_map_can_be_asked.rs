// A map with such names as keys is asked with a text that nobody owns.
use borrowed_keys::{Caseless, Name};
use std::collections::HashMap;

fn main() {
    let rooms = HashMap::from([(Name("Oven".to_owned()), 7)]);
    let oven: &dyn Caseless = &"OVEN";
    assert_eq!(rooms.get(oven), Some(&7));
    let lamp: &dyn Caseless = &"Lamp";
    assert_eq!(rooms.get(lamp), None);
}
