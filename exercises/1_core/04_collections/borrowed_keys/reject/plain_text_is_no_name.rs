// Plain text tells capitals apart, so a map with such names must not be asked with it.
use borrowed_keys::Name;
use std::collections::HashMap;

fn main() {
    let rooms = HashMap::from([(Name("Oven".to_owned()), 7)]);
    assert_eq!(rooms.get("OVEN"), Some(&7)); //~ E0277
}
