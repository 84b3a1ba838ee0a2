// A list goes through `map` and `filter`.
fn main() {
    let kept = [1, 2, 3]
        .iter()
        .map(|n| {
            print!("map{n} ");
            n * 10
        })
        .filter(|n| {
            print!("filter{n} ");
            n % 20 == 0
        });
    for n in kept {
        print!("got{n} ");
    }
}

//@ why: Each item travels through the whole chain before the next one starts. There is no stage that is
//@ why: finished first.
