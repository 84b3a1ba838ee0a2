// What becomes of the argument?
fn weigh() -> u32 {
    print!("weighed ");
    7
}

async fn pack(weight: u32) {
    print!("packed:{weight} ");
}

fn main() {
    let strict = kit::Strict::new();
    strict.finish(async {
        let parcel = pack(weigh());
        print!("called ");
        parcel.await;
    });
}

//@ why: A call is a call: its arguments are computed first, then and there, and stored in the future. Only the body
//@ why: waits.
