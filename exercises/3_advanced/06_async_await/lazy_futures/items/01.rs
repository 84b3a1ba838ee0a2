// A call, and nothing more.
async fn greet() {
    print!("hello ");
}

fn main() {
    let strict = kit::Strict::new();
    strict.finish(async {
        let _greeting = greet();
        print!("end");
    });
}

//@ why: A call of an async function makes a future and runs nothing of its body. Nobody awaits this one, so nobody
//@ why: ever polls it.
