// Whoever is done first wins: what becomes of the other one?
use kit::VirtualClock;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

struct Runner(&'static str);

impl Drop for Runner {
    fn drop(&mut self) {
        print!("{}-leaves ", self.0);
    }
}

async fn run(clock: &VirtualClock, name: &'static str, seconds: u64) {
    let _runner = Runner(name);
    clock.sleep(Duration::from_secs(seconds)).await;
    print!("{name}-arrives ");
}

/// Done when one of them is; the other one is dropped.
async fn first(one: impl Future, other: impl Future) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    poll_fn(|cx| {
        if one.as_mut().poll(cx).is_ready() || other.as_mut().poll(cx).is_ready() {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
}

fn main() {
    let clock = VirtualClock::new();
    let strict = kit::Strict::new().with_clock(&clock);
    strict.finish(async {
        first(run(&clock, "slow", 3), run(&clock, "fast", 1)).await;
        clock.sleep(Duration::from_secs(9)).await;
        print!("over");
    });
}

//@ why: The loser is dropped where it waits. Its variables are dropped, as at the end of any scope, and the rest of
//@ why: its body is never run, however long one waits.
