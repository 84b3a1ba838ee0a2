// The larger of two numbers; the first comes out of a list.
macro_rules! larger {
    ($a:expr, $b:expr) => {
        if $a > $b { $a } else { $b }
    };
}

fn main() {
    let mut stock = vec![3, 8, 5];
    let most = larger!(stock.pop().unwrap(), 4);
    println!("{most}, {} left", stock.len());
}

//@ why: An argument is not evaluated and handed over: its code is put wherever the macro names it. Here it
//@ why: stands in two places, so the list is asked twice. Bind it with `let` first, and it is asked once.
