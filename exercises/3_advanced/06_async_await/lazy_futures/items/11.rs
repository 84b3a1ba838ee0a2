// The one who waits holds something that has no name.
use std::future::poll_fn;
use std::task::Poll;

struct Lamp;

impl Lamp {
    fn light(&self) -> u32 {
        print!("on ");
        1
    }
}

impl Drop for Lamp {
    fn drop(&mut self) {
        print!("off ");
    }
}

async fn pause() -> u32 {
    let mut asked = false;
    poll_fn(move |cx| {
        if asked {
            return Poll::Ready(2);
        }
        asked = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await
}

async fn read() {
    let sum = Lamp.light() + pause().await;
    print!("sum:{sum} ");
}

fn main() {
    let strict = kit::Strict::new();
    strict.spawn(read());
    strict.spawn(async { print!("other ") });
    strict.run();
}

//@ why: What a statement makes along the way lives until its end, and the await is in the middle of it. So the lamp is
//@ why: on while others have their turn; a guard of a lock would be held just the same.
