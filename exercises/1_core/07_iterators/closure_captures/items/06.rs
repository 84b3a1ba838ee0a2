// A closure that counts is handed to somebody who asks for Fn.
fn twice(action: impl Fn()) {
    action();
    action();
}

fn main() {
    let mut presses = 0;
    let count = || presses += 1;
    twice(count);
    println!("{presses}");
}

//@ why: Fn asks the most of a closure: that it can be called through a shared reference, by several at once even.
//@ why: One that changes what it holds is FnMut only.
