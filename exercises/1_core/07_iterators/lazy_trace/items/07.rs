// A `map` that is read backwards.
fn main() {
    let seen: Vec<i32> = [1, 2, 3]
        .into_iter()
        .map(|n| {
            print!("map{n} ");
            n * 2
        })
        .rev()
        .collect();
    print!("{seen:?}");
}

//@ why: `map` has nothing to keep in order: pulled from the back, it calls its closure for the last item
//@ why: first.
