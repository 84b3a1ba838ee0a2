// A pointer moves two places behind the last item, and is not read.
//@ judge: miri
fn main() {
    let list = [1, 2, 3];
    let start = list.as_ptr();
    let far = unsafe { start.add(5) };
    println!("{}", far.addr() - start.addr());
}

//@ why: `add` promises to stay within the allocation. Whether the result is ever read does not matter;
//@ why: `wrapping_add` promises nothing.
