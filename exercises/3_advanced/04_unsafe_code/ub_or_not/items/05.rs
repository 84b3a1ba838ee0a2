// A pointer moves to the end of a list, and no further.
//@ judge: miri
fn main() {
    let list = [1, 2, 3];
    let start = list.as_ptr();
    let end = unsafe { start.add(3) };
    println!("{}", unsafe { end.offset_from(start) });
}

//@ why: One place behind the last item is still a place that a pointer may name. It must not be read.
