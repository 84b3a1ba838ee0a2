// Two calls, awaited in another order.
async fn say(word: &str) {
    print!("{word} ");
}

fn main() {
    let strict = kit::Strict::new();
    strict.finish(async {
        let first = say("first");
        let second = say("second");
        second.await;
        first.await;
    });
}

//@ why: The order of the calls says nothing; each body runs where its future is awaited.
