// A `let` inside a block, under a name that exists outside of it.
fn main() {
    let steps = 5;
    {
        let steps = steps * 2;
        println!("inside {steps}");
    }
    println!("outside {steps}");
}

//@ why: The inner `let` makes a second variable that hides the first until its block ends. The first one was
//@ why: never changed.
