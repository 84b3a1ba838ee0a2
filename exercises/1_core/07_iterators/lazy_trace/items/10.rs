// The same chain is asked twice.
fn main() {
    let mut odd = (1..8).filter(|n| {
        print!("try{n} ");
        n % 2 == 1
    });
    odd.next();
    print!("pause ");
    odd.next();
}

//@ why: An iterator remembers where it is. Each `next` goes on from there, and only as far as the next item
//@ why: that fits.
