// A sum is doubled.
macro_rules! doubled {
    ($x:expr) => {
        $x * 2
    };
}

fn main() {
    println!("{}", doubled!(1 + 2));
}

//@ why: `$x` is one expression, as if it stood in parentheses: (1 + 2) * 2. Only where letters are pasted, as the
//@ why: preprocessor of C does it, would the product come first.
