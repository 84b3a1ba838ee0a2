// What asks for a promise cannot be called without one.
use contracts_on_paper::Line;

fn main() {
    let mut line = Line::empty();
    line.push_unchecked(b'a'); //~ E0133
    line.set_unchecked(0, b'b'); //~ E0133
    line.truncate_unchecked(1); //~ E0133
    let _ = line.part_unchecked(0, 0).len(); //~ E0133
}
