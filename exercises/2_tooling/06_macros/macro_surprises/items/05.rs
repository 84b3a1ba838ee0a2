// The macro makes a local variable, and its caller uses it by a name that it never passed in.
macro_rules! set_price {
    () => {
        let price = 12;
    };
}

fn main() {
    set_price!();
    println!("{price}");
}

//@ why: The variable is there, and it is the macro's own: a `price` written in the macro and one written by the caller
//@ why: are different names. Passed in as `$name:ident` it would be the caller's.
