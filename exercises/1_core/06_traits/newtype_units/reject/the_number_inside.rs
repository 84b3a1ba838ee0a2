// The number inside is changed from without.
use newtype_units::Metres;

fn change(depth: &mut Metres) {
    depth.0 = 3.0; //~ E0616|E0609
}

fn main() {
    change(&mut Metres::new(2.0));
}
