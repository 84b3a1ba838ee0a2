// Both are polled by turns: what is printed, and how many seconds does the clock show in the end?
use kit::VirtualClock;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

async fn nap(clock: &VirtualClock, seconds: u64) {
    print!("begin:{seconds} ");
    clock.sleep(Duration::from_secs(seconds)).await;
    print!("end:{seconds} ");
}

/// Done when both are.
async fn both(one: impl Future, other: impl Future) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut one_waits, mut other_waits) = (true, true);
    poll_fn(|cx| {
        one_waits = one_waits && one.as_mut().poll(cx).is_pending();
        other_waits = other_waits && other.as_mut().poll(cx).is_pending();
        if one_waits || other_waits {
            Poll::Pending
        } else {
            Poll::Ready(())
        }
    })
    .await;
}

fn main() {
    let clock = VirtualClock::new();
    let strict = kit::Strict::new().with_clock(&clock);
    strict.finish(both(nap(&clock, 3), nap(&clock, 2)));
    print!("{}", clock.now().as_secs());
}

//@ why: Whoever polls both makes both go on: the two naps overlap, and the shorter one ends first. This is what the
//@ why: `join!` of a runtime does, and no thread is needed for it.
