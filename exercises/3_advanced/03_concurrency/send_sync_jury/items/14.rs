// A marker that speaks of a raw pointer: `PhantomData<*const u8>`.
use std::marker::PhantomData;

fn main() {
    println!("{}", kit::send_and_sync!(PhantomData<*const u8>));
}

//@ why: A marker takes no room and counts as if the type were there. That is how a type renounces Send and
//@ why: Sync on purpose.
