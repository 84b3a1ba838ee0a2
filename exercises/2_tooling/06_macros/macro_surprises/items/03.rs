// The macro and its caller use the same name for a local variable.
macro_rules! with_postage {
    ($price:expr) => {{
        let total = 5;
        $price + total
    }};
}

fn main() {
    let total = 20;
    println!("{}", with_postage!(total));
}

//@ why: Local variables are hygienic: the `total` that the macro makes and the `total` that the caller wrote are two
//@ why: variables, though they are spelled alike. The argument keeps meaning what it means at the call.
