// The macro holds a `return`.
macro_rules! or_leave {
    ($value:expr) => {
        match $value {
            Some(value) => value,
            None => return,
        }
    };
}

fn report(price: Option<u32>) {
    print!("price");
    let price = or_leave!(price);
    print!(" {price}");
}

fn main() {
    report(Some(4));
    report(None);
    println!(".");
}

//@ why: A macro is no function that one could return from: its code becomes code of the caller, and `return` leaves
//@ why: the function around it. `?` grew out of a macro that did just that.
