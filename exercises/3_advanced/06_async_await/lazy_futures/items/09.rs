// Two tasks, each with an await in the middle, on something that is ready only the second time.
use std::future::poll_fn;
use std::task::Poll;

async fn pause() {
    let mut asked = false;
    poll_fn(move |cx| {
        if asked {
            return Poll::Ready(());
        }
        asked = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

async fn count(name: &str) {
    print!("{name}1 ");
    pause().await;
    print!("{name}2 ");
}

fn main() {
    let strict = kit::Strict::new();
    strict.spawn(count("a"));
    strict.spawn(count("b"));
    strict.run();
}

//@ why: The pause says Pending once and has itself woken: the task goes to the end of the list, and the other one
//@ why: gets its turn.
