// A user turns an interval upside down through its fields.
fn main() {
    let mut one = intervals::Interval::new(1_u8, 2).unwrap();
    one.first = 9; //~ E0609|E0615|E0616
    one.last = 0; //~ E0609|E0615|E0616
}
