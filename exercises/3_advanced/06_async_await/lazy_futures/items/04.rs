// A plain function that hands back an async block.
use std::future::Future;

fn open() -> impl Future<Output = ()> {
    print!("before ");
    async {
        print!("inside ");
    }
}

fn main() {
    let strict = kit::Strict::new();
    strict.finish(async {
        let door = open();
        print!("between ");
        door.await;
    });
}

//@ why: `open` is no async function: what stands before the block runs at the call. What stands in the block runs when
//@ why: the block is awaited.
