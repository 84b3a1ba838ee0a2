// Two tasks, each with an await in the middle, on something that is ready.
use std::future::ready;

async fn count(name: &str) {
    print!("{name}1 ");
    ready(()).await;
    print!("{name}2 ");
}

fn main() {
    let strict = kit::Strict::new();
    strict.spawn(count("a"));
    strict.spawn(count("b"));
    strict.run();
}

//@ why: An await stops only if what is awaited is not ready. This one is, so the task goes straight on, and the other
//@ why: has to wait. `await` is a place where others may get a turn, not one where they do.
