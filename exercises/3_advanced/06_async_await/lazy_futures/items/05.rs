// Both are called before either is awaited: how many seconds does the clock show in the end?
use kit::VirtualClock;
use std::time::Duration;

async fn nap(clock: &VirtualClock, seconds: u64) {
    clock.sleep(Duration::from_secs(seconds)).await;
}

fn main() {
    let clock = VirtualClock::new();
    let strict = kit::Strict::new().with_clock(&clock);
    strict.finish(async {
        let long = nap(&clock, 3);
        let short = nap(&clock, 2);
        long.await;
        short.await;
    });
    print!("{}", clock.now().as_secs());
}

//@ why: The second nap begins when it is awaited, and that is after the first. Awaiting two futures one after the other
//@ why: is just that; nothing runs beside it.
