fn main() {
    for zone in [1, 2] {
        for grams in [500, 2000, 5000] {
            if let Some(cents) = postage_core::price(grams, zone) {
                println!("zone {zone}, {grams} g: {}", postage_core::shown(cents));
            }
        }
    }
}
