// Any closure, in a box: `Box<dyn Fn()>`.
fn main() {
    println!("{}", kit::send_and_sync!(Box<dyn Fn()>));
}

//@ why: `dyn Fn()` promises that it can be called and nothing more. What else holds has to be written down:
//@ why: `dyn Fn() + Send`.
